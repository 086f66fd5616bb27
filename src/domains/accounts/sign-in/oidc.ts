import * as openid from 'openid-client'
import type { Config } from '../../../platform/config/config.ts'
import { refuse } from './refusals.ts'

type Provider = NonNullable<Config['oidc']>

/** What one journey to the provider must bring back. */
export interface Journey {
  state: string
  nonce: string
  codeVerifier: string
}

const discovered = new Map<string, Promise<openid.Configuration>>()

/** The provider's description, fetched once a process; after a failure the next caller asks again. Plain HTTP only for this machine itself. */
async function describe({ issuer, clientId, clientSecret }: Provider): Promise<openid.Configuration> {
  const key = `${issuer} ${clientId}`
  const isLocal = /^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(issuer)
  const asked =
    discovered.get(key) ??
    openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: 10,
      ...(isLocal && { execute: [openid.allowInsecureRequests] }),
    })
  discovered.set(key, asked)
  return await asked.catch(() => {
    discovered.delete(key)
    throw refuse('sign-on-refused')
  })
}

/** The provider that is configured; throws sign-on-absent when there is none. */
export function requireProvider({ oidc }: Pick<Config, 'oidc'>): Provider {
  if (oidc === null) throw refuse('sign-on-absent')
  return oidc
}

/** Where a provider sends people back to: a page of the office, which hands what it got to the API. */
export function returnAddress(publicUrl: string): string {
  return `${publicUrl}/office/sign-in/return`
}

/** Begins a journey: authorization code with PKCE (S256), state and nonce. */
export async function leaveFor(provider: Provider, publicUrl: string): Promise<Journey & { address: string }> {
  const description = await describe(provider)
  const journey = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    codeVerifier: openid.randomPKCECodeVerifier(),
  }
  const address = openid.buildAuthorizationUrl(description, {
    redirect_uri: returnAddress(publicUrl),
    scope: 'openid',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(journey.codeVerifier),
    code_challenge_method: 'S256',
  })
  return { ...journey, address: address.href }
}

/** Ends a journey: exchanges the code and checks the identity token; whatever is wrong is sign-on-refused. */
export async function identityOf(
  provider: Provider,
  publicUrl: string,
  { state, nonce, codeVerifier, search }: Journey & { search: string },
): Promise<{ issuer: string; subject: string }> {
  const description = await describe(provider)
  const tokens = await openid
    .authorizationCodeGrant(description, new URL(`${returnAddress(publicUrl)}${search}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    })
    .catch(() => null)
  const claims = tokens?.claims()
  if (claims === undefined) throw refuse('sign-on-refused')
  return { issuer: claims.iss, subject: claims.sub }
}
