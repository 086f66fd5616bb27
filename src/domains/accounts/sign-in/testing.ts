import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { Secret, TOTP } from 'otpauth'

/** The code that a generator with this secret shows at a moment. */
export function codeAt(secret: string, moment: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: moment.getTime() })
}

interface Reached {
  fetch: (path: string, options?: RequestInit & { cookie?: string }) => Promise<Response>
}

/** A browser with a cookie jar, as far as signing in is concerned. */
export function aBrowser(server: Reached) {
  const cookies = new Map<string, string>()
  return {
    cookies,
    send: async (method: string, path: string, input?: unknown) => {
      const answer = await server.fetch(`/api/v1${path}`, {
        method,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(input !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      return { status: answer.status, body: await answer.json(), headers: answer.headers }
    },
  }
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

/** An authenticator in software: an ES256 key, a counter, attestation "none". `origin` is what the browser around it would say. */
export function anAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
  const cose = () =>
    Buffer.from(
      isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, bytes(x)],
          [-3, bytes(y)],
        ]),
      ),
    )
  const told = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const facts = (rpId: string, flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
  }
  const named = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }
  return {
    /** Sets the counter back, as a copied authenticator would. */
    rewind: (to: number) => {
      counter = to
    },
    register: (options: { challenge: string; rp: { id: string } }, origin: string) => {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose()])
      const authData = new Uint8Array(Buffer.concat([facts(options.rp.id, 0x45), attested]))
      const statement = new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', authData],
      ])
      return {
        ...named,
        response: {
          clientDataJSON: told('webauthn.create', options.challenge, origin).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(statement)).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    answer: (options: { challenge: string; rpId: string }, origin: string) => {
      counter++
      const authData = facts(options.rpId, 0x05)
      const clientData = told('webauthn.get', options.challenge, origin)
      return {
        ...named,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', Buffer.concat([authData, sha256(clientData)]), privateKey).toString('base64url'),
        },
      }
    },
  }
}
