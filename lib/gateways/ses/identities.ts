import {
  CreateEmailIdentityCommand,
  DeleteEmailIdentityCommand,
  GetEmailIdentityCommand,
  ListEmailIdentitiesCommand,
  PutEmailIdentityDkimSigningAttributesCommand,
  PutEmailIdentityMailFromAttributesCommand,
  type GetEmailIdentityResponse,
} from '@aws-sdk/client-sesv2'
import { managing } from './client'
import { isNamed, trouble } from './trouble'

/** Whose an identity is, as written on it in tags. */
export interface OwnerTags {
  letterhead: string // the installation
  domain: string // the row's id
  incarnation: string
}

/** What the mail network knows of a domain. Status words are its own. */
export interface IdentityState {
  tags: Partial<OwnerTags>
  tokens: string[]
  /** zone that the DKIM CNAMEs point into; per region, so it is read and never guessed */
  signingHostedZone: string | null
  verified: boolean
  dkimStatus: string
  mailFromStatus: string | null
  mailFromDomain: string | null
}

/**
 * Makes the identity with Easy DKIM keys. Answers `exists` when there is one of that name already, whoever's.
 * @throws MailNetworkTrouble
 * Source: SES API v2, CreateEmailIdentity.
 */
export async function createIdentity(
  region: string,
  name: string,
  tags: OwnerTags,
): Promise<IdentityState | 'exists'> {
  try {
    const made = await (
      await managing(region, 'CreateEmailIdentity')
    ).send(
      new CreateEmailIdentityCommand({
        EmailIdentity: name,
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value: String(Value) })),
      }),
    )
    return toState({
      ...made,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value: String(Value) })),
    })
  } catch (error) {
    if (isNamed(error, 'AlreadyExistsException')) return 'exists'
    throw trouble('CreateEmailIdentity', error)
  }
}

/**
 * Reads an identity; null when there is none.
 * @param patienceMs how long to wait for a place in the queue of calls
 * @throws MailNetworkTrouble
 */
export async function readIdentity(
  region: string,
  name: string,
  patienceMs?: number,
): Promise<IdentityState | null> {
  try {
    return toState(
      await (
        await managing(region, 'GetEmailIdentity', patienceMs)
      ).send(new GetEmailIdentityCommand({ EmailIdentity: name })),
    )
  } catch (error) {
    if (isNamed(error, 'NotFoundException')) return null
    throw trouble('GetEmailIdentity', error)
  }
}

/** Sets the return path's domain; sending the same one again after a failure restarts its detection. @throws MailNetworkTrouble */
export async function setMailFrom(region: string, name: string, mailFromDomain: string): Promise<void> {
  try {
    const network = await managing(region, 'PutEmailIdentityMailFromAttributes')
    await network.send(
      new PutEmailIdentityMailFromAttributesCommand({
        EmailIdentity: name,
        MailFromDomain: mailFromDomain,
        BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
      }),
    )
  } catch (error) {
    throw trouble('PutEmailIdentityMailFromAttributes', error)
  }
}

/** Makes the mail network look for the DKIM records again after it gave up (72 h). Answers the keys that now hold. @throws MailNetworkTrouble */
export async function restartDkim(
  region: string,
  name: string,
): Promise<Pick<IdentityState, 'tokens' | 'signingHostedZone'>> {
  try {
    const answer = await (
      await managing(region, 'PutEmailIdentityDkimSigningAttributes')
    ).send(
      new PutEmailIdentityDkimSigningAttributesCommand({
        EmailIdentity: name,
        SigningAttributesOrigin: 'AWS_SES',
      }),
    )
    return { tokens: answer.DkimTokens ?? [], signingHostedZone: answer.SigningHostedZone ?? null }
  } catch (error) {
    throw trouble('PutEmailIdentityDkimSigningAttributes', error)
  }
}

/** Gone afterwards, whether or not it was there. @throws MailNetworkTrouble */
export async function deleteIdentity(region: string, name: string): Promise<void> {
  try {
    await (
      await managing(region, 'DeleteEmailIdentity')
    ).send(new DeleteEmailIdentityCommand({ EmailIdentity: name }))
  } catch (error) {
    if (!isNamed(error, 'NotFoundException')) throw trouble('DeleteEmailIdentity', error)
  }
}

/** Names of all domain identities of the account and region, in pages of 1,000 at most. @throws MailNetworkTrouble */
export async function listIdentities(
  region: string,
  pageToken?: string,
): Promise<{ names: string[]; next: string | null }> {
  try {
    const page = await (
      await managing(region, 'ListEmailIdentities')
    ).send(new ListEmailIdentitiesCommand({ PageSize: 1000, NextToken: pageToken }))
    const names = (page.EmailIdentities ?? []).flatMap(
      (i) => (i.IdentityType === 'DOMAIN' && i.IdentityName) || [],
    )
    return { names, next: page.NextToken ?? null }
  } catch (error) {
    throw trouble('ListEmailIdentities', error)
  }
}

const toState = (answer: Partial<GetEmailIdentityResponse>): IdentityState => ({
  tags: Object.fromEntries((answer.Tags ?? []).map((t) => [t.Key, t.Value])) as Partial<OwnerTags>,
  tokens: answer.DkimAttributes?.Tokens ?? [],
  signingHostedZone: answer.DkimAttributes?.SigningHostedZone ?? null,
  verified: answer.VerifiedForSendingStatus ?? false,
  dkimStatus: answer.DkimAttributes?.Status ?? 'NOT_STARTED',
  mailFromStatus: answer.MailFromAttributes?.MailFromDomainStatus ?? null,
  mailFromDomain: answer.MailFromAttributes?.MailFromDomain ?? null,
})
