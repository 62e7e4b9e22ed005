// Regions whose DKIM keys live in a zone of their own; clients read SigningHostedZone and keep no such list.
const REGIONAL = [
  'af-south-1', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-5', 'ap-northeast-3', 'ca-west-1',
  'eu-central-2', 'eu-south-1', 'il-central-1', 'me-central-1', 'us-gov-east-1',
] // prettier-ignore

export const signingHostedZone = (region: string): string =>
  REGIONAL.includes(region) ? `dkim.${region}.amazonses.com` : 'dkim.amazonses.com'
