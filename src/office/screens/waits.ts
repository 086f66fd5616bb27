/** A number on the home page: the list that is counted, where the same list is shown, and how much it presses. */
export interface Counted {
  key:
    | 'changes'
    | 'provinceOnly'
    | 'expiring'
    | 'lapsed'
    | 'unverified'
    | 'staged'
    | 'mapping'
    | 'noTaxNumber'
    | 'flaggedTax'
    | 'noSet'
    | 'noPicture'
  path: string
  wanted: Record<string, string>
  to: string
  tone: 'watch' | 'bad' | 'calm' | 'plain'
}

const recognitions = '/office/recognitions'

const every: (Counted & { permission: string })[] = [
  {
    key: 'changes',
    permission: 'changes.decide',
    path: '/office/change-requests',
    wanted: { state: 'open' },
    to: '/changes?state=open',
    tone: 'watch',
  },
  {
    key: 'staged',
    permission: 'imports.read',
    path: '/office/imports',
    wanted: { state: 'staged' },
    to: '/imports?state=staged',
    tone: 'watch',
  },
  {
    key: 'mapping',
    permission: 'imports.read',
    path: '/office/imports',
    wanted: { state: 'needs-mapping' },
    to: '/imports?state=needs-mapping',
    tone: 'watch',
  },
  {
    key: 'lapsed',
    permission: 'recognitions.read',
    path: recognitions,
    wanted: { standing: 'lapsed' },
    to: '/recognitions?standing=lapsed&sort=expiry',
    tone: 'bad',
  },
  {
    key: 'expiring',
    permission: 'recognitions.read',
    path: recognitions,
    wanted: { standing: 'expiring' },
    to: '/recognitions?standing=expiring&sort=expiry',
    tone: 'watch',
  },
  {
    key: 'unverified',
    permission: 'recognitions.read',
    path: recognitions,
    wanted: { level: 'C' },
    to: '/recognitions?level=C',
    tone: 'calm',
  },
  {
    key: 'provinceOnly',
    permission: 'products.read',
    path: '/office/products',
    wanted: { placeState: 'province-only' },
    to: '/products?placeState=province-only',
    tone: 'calm',
  },
  {
    key: 'noSet',
    permission: 'products.read',
    path: '/office/products',
    wanted: { lacks: 'set' },
    to: '/products?lacks=set',
    tone: 'watch',
  },
  {
    key: 'noPicture',
    permission: 'products.read',
    path: '/office/products',
    wanted: { lacks: 'picture' },
    to: '/products?lacks=picture',
    tone: 'calm',
  },
  {
    key: 'flaggedTax',
    permission: 'producers.read',
    path: '/office/producers',
    wanted: { taxNumberState: 'flagged' },
    to: '/producers?taxNumberState=flagged',
    tone: 'watch',
  },
  {
    key: 'noTaxNumber',
    permission: 'producers.read',
    path: '/office/producers',
    wanted: { taxNumberState: 'missing' },
    to: '/producers?taxNumberState=missing',
    tone: 'calm',
  },
]

/** What may wait for somebody with these permissions, most pressing first. */
export function waitsOf(permissions: readonly string[]): Counted[] {
  return every.filter((each) => permissions.includes(each.permission))
}
