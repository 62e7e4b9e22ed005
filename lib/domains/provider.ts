import type { DomainView } from './view'

/** DNS providers by the names of their servers, with the page where records are edited. */
const providers: { servers: RegExp; name: string; url: string }[] = [
  {
    servers: /\.ns\.cloudflare\.com$/,
    name: 'Cloudflare',
    url: 'https://dash.cloudflare.com/?to=/:account/:zone/dns/records',
  },
  { servers: /\.domaincontrol\.com$/, name: 'GoDaddy', url: 'https://dcc.godaddy.com/control/portfolio' },
  {
    servers: /\.registrar-servers\.com$/,
    name: 'Namecheap',
    url: 'https://ap.www.namecheap.com/domains/list/',
  },
  {
    servers: /\.awsdns-\d+\.(com|net|org|co\.uk)$/,
    name: 'Route 53',
    url: 'https://console.aws.amazon.com/route53/v2/hostedzones',
  },
  {
    servers: /\.(googledomains|google)\.com$/,
    name: 'Google Cloud DNS',
    url: 'https://console.cloud.google.com/net-services/dns/zones',
  },
  {
    servers: /\.azure-dns\.(com|net|org|info)$/,
    name: 'Azure DNS',
    url: 'https://portal.azure.com/#browse/Microsoft.Network%2FdnsZones',
  },
  {
    servers: /\.digitalocean\.com$/,
    name: 'DigitalOcean',
    url: 'https://cloud.digitalocean.com/networking/domains',
  },
  { servers: /\.vercel-dns\.com$/, name: 'Vercel', url: 'https://vercel.com/dashboard/domains' },
  { servers: /\.gandi\.net$/, name: 'Gandi', url: 'https://admin.gandi.net/domain' },
  { servers: /\.ovh\.(net|ca)$/, name: 'OVHcloud', url: 'https://www.ovh.com/manager/#/web/domain' },
  { servers: /\.(ui-dns\.(com|de|org|biz))$/, name: 'IONOS', url: 'https://my.ionos.com/domains' },
  { servers: /\.porkbun\.com$/, name: 'Porkbun', url: 'https://porkbun.com/account/domainsSpeedy' },
  { servers: /\.hover\.com$/, name: 'Hover', url: 'https://www.hover.com/control_panel/domains' },
  {
    servers: /\.dnsimple(-edge)?\.(com|net|org|io)$/,
    name: 'DNSimple',
    url: 'https://dnsimple.com/dashboard',
  },
  { servers: /\.hetzner\.(com|de)$/, name: 'Hetzner', url: 'https://dns.hetzner.com/' },
]

export function detectProvider(nameServers: readonly string[]): DomainView['provider'] {
  const match = providers.find((p) => nameServers.some((host) => p.servers.test(host)))
  return match ? { name: match.name, url: match.url } : null
}
