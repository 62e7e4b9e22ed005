/** The providers whose sign-in can be connected, and their names. */
export const PROVIDERS = ['google', 'github'] as const
export type Provider = (typeof PROVIDERS)[number]
export const providerNames: Record<Provider, string> = { google: 'Google', github: 'GitHub' }
