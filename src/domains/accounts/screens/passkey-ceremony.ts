import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { send } from '../../../office/api/client.ts'
import type { Problem } from '../../../office/api/problem.ts'
import { wordsNow } from '../../../office/locale/locale.ts'

function cancelled(): Problem {
  const detail = wordsNow().security.passkeyCancelled
  return { status: 0, code: 'passkey-cancelled', detail, requestId: '', fields: [] }
}

/** Makes a passkey on this device or a key plugged into it; throws a Problem, also when the person cancels. */
export async function makePasskey() {
  const { options } = await send<{ options: Parameters<typeof startRegistration>[0]['optionsJSON'] }>(
    'POST',
    '/me/passkeys/options',
    {},
  )
  return await startRegistration({ optionsJSON: options }).catch(() => {
    throw cancelled()
  })
}

/** Signs with a passkey what the address asks for; throws a Problem, also when the person cancels. */
export async function signWithPasskey(path: string) {
  const { options } = await send<{ options: Parameters<typeof startAuthentication>[0]['optionsJSON'] }>(
    'POST',
    path,
    {},
  )
  return await startAuthentication({ optionsJSON: options }).catch(() => {
    throw cancelled()
  })
}
