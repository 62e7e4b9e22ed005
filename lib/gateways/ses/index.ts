export { configurationSetArn, identityArn } from './arns'
export { associate, containersOf, dissociate, ensureConfigurationSet, ensureContainer } from './containers'
export {
  createIdentity,
  deleteIdentity,
  listIdentities,
  readIdentity,
  restartDkim,
  setMailFrom,
  type IdentityState,
  type OwnerTags,
} from './identities'
export { sendMessage } from './send'
export { MailNetworkTrouble } from './trouble'
