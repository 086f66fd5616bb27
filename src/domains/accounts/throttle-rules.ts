/** What is known of recent sign-ins before a new one is let in; all counts lie inside the window. */
export interface AttemptHistory {
  /** failures of this login from this network since its last success there */
  pairFailures: number
  /** seconds since the last of them, or null */
  pairSecondsAgo: number | null
  /** failures from this network, whatever the login */
  networkFailures: number
  networkSecondsAgo: number | null
  /** failures of this login, from wherever */
  loginFailures: number
  /** this login signed in from this network during the last month */
  isKnownPair: boolean
  /** seconds since this login first knocked from this network inside the window, or null */
  knockedSecondsAgo: number | null
}

/** How far back failures count. */
export const windowSeconds = 15 * 60
/** How long a network that signed in stays known for that login. */
export const knownPairDays = 30

/** Mistyping is human: so many failures cost nothing. */
const freePairFailures = 5
/** An office shares one address, so a network is given more than a person. */
const freeNetworkFailures = 40
/** From here on a login is taken to be under attack from many networks. */
const attackedLoginFailures = 20
/** What a newcomer has to wait once while a login is under attack. Slows an attacker by a request and 3 s a network; never shuts the owner out. */
const knockSeconds = 3
const longestPairWait = 15 * 60
const longestNetworkWait = 5 * 60

function backOff(failures: number, free: number, longest: number): number {
  if (failures < free) return 0
  return Math.min(longest, 2 ** Math.min(failures - free + 2, 20))
}

function remaining(wait: number, secondsAgo: number | null): number {
  return secondsAgo === null ? 0 : Math.max(0, Math.ceil(wait - secondsAgo))
}

export type Admission = { kind: 'admitted' } | { kind: 'wait'; seconds: number } | { kind: 'knock'; seconds: number }

/**
 * Lets a sign-in be tried, or says how long to wait. Long waits hang only on the caller's own network, so nobody can lock another
 * person out; failures from elsewhere cost a person at most one knock of three seconds.
 */
export function admit(history: AttemptHistory): Admission {
  const own = remaining(backOff(history.pairFailures, freePairFailures, longestPairWait), history.pairSecondsAgo)
  const shared = history.isKnownPair
    ? 0
    : remaining(backOff(history.networkFailures, freeNetworkFailures, longestNetworkWait), history.networkSecondsAgo)
  const seconds = Math.max(own, shared)
  if (seconds > 0) return { kind: 'wait', seconds }
  const mustKnock = history.loginFailures >= attackedLoginFailures && !history.isKnownPair
  if (!mustKnock) return { kind: 'admitted' }
  if (history.knockedSecondsAgo === null) return { kind: 'knock', seconds: knockSeconds }
  const left = remaining(knockSeconds, history.knockedSecondsAgo)
  return left > 0 ? { kind: 'wait', seconds: left } : { kind: 'admitted' }
}
