import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { testServer } from '../../platform/testing/test-server.ts'
import { aRecognition } from '../certification/testing.ts'
import { anOfficer, aProducer, aSource, ninhGia } from '../producers/testing.ts'
import { reviseProduct } from '../products/index.ts'
import { aProduct } from '../products/testing.ts'
import { somebody, type Wish } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const now = server.clock.now()

const sign = (wish: Omit<Wish, 'now'>) => inTransaction(database.db, (tx) => somebody(tx, { ...wish, now }))
const province = await sign({ role: 'province-officer', province: '68' })
const colleague = await sign({ role: 'province-officer', province: '68' })
const otherProvince = await sign({ role: 'province-officer', province: '01' })
const commune = await sign({ role: 'commune-officer', commune: '24985' })
const otherCommune = await sign({ role: 'commune-officer', commune: '24781' })

/** A producer at Ninh Gia with one product (public unless wished otherwise) and its owner, signed in. */
async function made(wish: { isPublic?: boolean; level?: 'A' | 'B' } = {}) {
  const { isPublic = true, level = 'B' } = wish
  const ids = await inTransaction(database.db, async (tx) => {
    const sourceId = await aSource(tx, level)
    const producer = await aProducer(tx, { sourceId })
    const product = await aProduct(tx, { producerId: producer.id, story: 'Cũ', usage: 'Pha', sourceId })
    if (isPublic) await aRecognition(tx, { actor: anOfficer(), now, productId: product.id })
    return { producerId: producer.id, productId: product.id, publicId: product.publicId }
  })
  return { ...ids, owner: await sign({ role: 'producer-owner', producerId: ids.producerId }) }
}

async function call(method: string, path: string, cookie: string, body?: unknown, headers = {}) {
  const answer = await server.fetch(`/api/v1/office${path}`, {
    method,
    cookie,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, etag: answer.headers.get('etag'), body: await answer.json() }
}

const propose = (id: string, cookie: string, change: object) =>
  call('POST', `/products/${id}/changes`, cookie, { version: 1, note: 'Đổi bao bì mới', ...change })

async function opened(change: object = { story: 'Mới' }) {
  const subject = await made()
  const { body } = await propose(subject.productId, subject.owner.cookie, change)
  return { ...subject, requestId: body.requestId }
}

const decide = (id: string, cookie: string, decision: object) =>
  call('POST', `/change-requests/${id}/decision`, cookie, { version: 1, ...decision })
const accept = (...fields: string[]) => ({ fields: fields.map((field) => ({ field, outcome: 'accept' })) })
const productNow = async (id: string) => (await call('GET', `/products/${id}`, province.cookie)).body

test('a producer’s edit of a public product waits, and the record stays as accepted last', async () => {
  const { productId, owner } = await made()
  const answer = await propose(productId, owner.cookie, { story: ' Mới ', usage: 'Pha' })
  expect(answer).toMatchObject({ status: 201, body: { outcome: 'requested', version: 1 } })
  expect(await productNow(productId)).toMatchObject({ story: 'Cũ', version: 1 })
  const view = await call('GET', `/change-requests/${answer.body.requestId}`, province.cookie)
  expect(view.body.fields).toMatchObject([
    { field: 'story', before: 'Cũ', now: 'Cũ', proposed: 'Mới', meeting: 'clean' },
  ])
  expect(view.body).toMatchObject({ side: 'producer', state: 'open', onBehalfOf: null })
})

test('while a product is not public the same route changes it at once, on the producer’s word', async () => {
  const { productId, owner } = await made({ isPublic: false })
  const answer = await propose(productId, owner.cookie, { season: 'Tháng 3–5' })
  expect(answer.body).toMatchObject({ outcome: 'applied', requestId: null, version: 2 })
  const product = await productNow(productId)
  expect(product.season).toBe('Tháng 3–5')
  const commerce = product.facts.find((fact: { fieldGroup: string }) => fact.fieldGroup === 'commerce')
  expect(commerce.source).toMatchObject({ kind: 'producer', level: 'C', title: 'Đổi bao bì mới' })
})

test('a commune officer’s edit of what is not public stands as an officer’s; of what is public it waits', async () => {
  const hidden = await made({ isPublic: false })
  expect((await propose(hidden.productId, commune.cookie, { story: 'Mới' })).body).toMatchObject({
    outcome: 'applied',
    contradicting: [],
  })
  const shown = await made()
  expect((await propose(shown.productId, commune.cookie, { story: 'Mới' })).body.outcome).toBe('requested')
})

test('a producer is public through its products', async () => {
  const { producerId, owner } = await made()
  const answer = await call('POST', `/producers/${producerId}/changes`, owner.cookie, {
    version: 1,
    note: 'Đổi số',
    phone: '0912 345 678',
  })
  expect(answer.body.outcome).toBe('requested')
  const decided = await decide(answer.body.requestId, province.cookie, accept('phone'))
  expect(decided).toMatchObject({ status: 201, body: { state: 'accepted', version: 2 } })
  expect((await call('GET', `/producers/${producerId}`, owner.cookie)).body.phone).toBe('0912 345 678')
})

test('a move to where the author may not act is the province’s to decide, also when nothing is public', async () => {
  const { productId, owner } = await made({ isPublic: false })
  const place = { addressText: 'Thôn 1', unit: { scheme: '2025', code: '24781' } }
  const { body } = await propose(productId, owner.cookie, { place })
  expect(body.outcome).toBe('requested')
  expect((await decide(body.requestId, province.cookie, accept('place'))).body.state).toBe('accepted')
  expect((await productNow(productId)).place).toMatchObject({ communeCode: '24781', addressText: 'Thôn 1' })
})

test('whoever may edit directly has nothing to propose, whoever may only propose does not edit', async () => {
  const { productId, owner } = await made()
  expect(await propose(productId, province.cookie, { story: 'Mới' })).toMatchObject({
    status: 409,
    body: { code: 'edit-directly' },
  })
  const put = await call('PUT', `/products/${productId}`, owner.cookie, { version: 1, story: 'Mới', reason: 'Sửa' })
  expect(put).toMatchObject({ status: 403, body: { code: 'not-permitted' } })
})

test('a proposal that changes nothing, is wrong, or was made from another version is refused', async () => {
  const { productId, owner } = await made()
  expect((await propose(productId, owner.cookie, { story: 'Cũ' })).body.code).toBe('nothing-proposed')
  expect((await propose(productId, owner.cookie, { gtin: '123' })).body).toMatchObject({
    code: 'product-incomplete',
    fields: [{ path: 'gtin' }],
  })
  expect((await propose(productId, owner.cookie, { story: 'Mới', note: '  ' })).body.fields[0].path).toBe('note')
  expect(await propose(productId, owner.cookie, { story: 'Mới', version: 7 })).toMatchObject({
    status: 412,
    body: { code: 'record-stale' },
  })
})

test('one side has one open request a record and is led to it; the other side may have its own', async () => {
  const { productId, owner, requestId } = await opened()
  const second = await propose(productId, owner.cookie, { usage: 'Hãm' })
  expect(second).toMatchObject({ status: 409, body: { code: 'request-open' } })
  expect(second.body.detail).toContain(`/office/changes/${requestId}`)
  expect((await propose(productId, commune.cookie, { usage: 'Hãm' })).status).toBe(201)
})

test('two proposals of one side at the same time make one request', async () => {
  const { productId, owner } = await made()
  const answers = await Promise.all([
    propose(productId, owner.cookie, { story: 'Một' }),
    propose(productId, owner.cookie, { story: 'Hai' }),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
})

test('an accepted request is written on the officer’s word, with its source, in one go', async () => {
  const { productId, requestId } = await opened({ story: 'Mới', usage: 'Hãm' })
  expect((await decide(requestId, province.cookie, accept('story', 'usage'))).body).toMatchObject({
    state: 'accepted',
    version: 2,
  })
  const product = await productNow(productId)
  expect(product).toMatchObject({ story: 'Mới', usage: 'Hãm', version: 2, updatedBy: province.actor.displayName })
  const fact = product.facts.find((each: { fieldGroup: string }) => each.fieldGroup === 'description')
  expect(fact.source).toMatchObject({ kind: 'officer', level: 'B' })
  expect(fact.source.title).toContain('Duyệt đề nghị của Người producer-owner')
})

test('a request is accepted in part; what is left needs a reason and stays as it was', async () => {
  const { productId, requestId } = await opened({ story: 'Mới', usage: 'Hãm' })
  const fields = [
    { field: 'story', outcome: 'accept' },
    { field: 'usage', outcome: 'leave' },
  ]
  expect((await decide(requestId, province.cookie, { fields })).body).toMatchObject({
    code: 'fields-undecided',
    fields: [{ path: 'fields.usage' }],
  })
  const reasoned = [fields[0], { ...fields[1], reason: 'Chưa có giấy tờ' }]
  expect((await decide(requestId, province.cookie, { fields: reasoned })).body.state).toBe('partly-accepted')
  expect(await productNow(productId)).toMatchObject({ story: 'Mới', usage: 'Pha' })
})

test('a returned request changes nothing and tells its author why', async () => {
  const { productId, requestId, owner } = await opened()
  const decided = await decide(requestId, province.cookie, {
    fields: [{ field: 'story', outcome: 'leave' }],
    reason: 'Thiếu ảnh bao bì',
  })
  expect(decided.body).toMatchObject({ state: 'returned', version: 1 })
  expect(await productNow(productId)).toMatchObject({ story: 'Cũ', version: 1 })
  const view = await call('GET', `/change-requests/${requestId}`, owner.cookie)
  expect(view.body).toMatchObject({
    state: 'returned',
    decision: { reason: 'Thiếu ảnh bao bì' },
    abilities: { withdraw: false },
  })
  const told = await call('GET', '/notifications', owner.cookie)
  expect(told.body).toMatchObject({ unread: 1, items: [{ kind: 'change-decided', link: `/changes/${requestId}` }] })
})

test('every field is decided, and only those of the request', async () => {
  const { requestId } = await opened({ story: 'Mới', usage: 'Hãm' })
  expect((await decide(requestId, province.cookie, accept('story'))).body.fields).toMatchObject([
    { path: 'fields.usage' },
  ])
  expect((await decide(requestId, province.cookie, accept('story', 'usage', 'name'))).body.fields).toMatchObject([
    { path: 'fields.name' },
  ])
})

async function movedOn(productId: string, change: object) {
  await inTransaction(database.db, async (tx) =>
    reviseProduct(
      { tx, actor: province.actor, now },
      { id: productId, version: 1, sourceId: await aSource(tx), ...change },
    ),
  )
}

test('a field that somebody changed since is a conflict: shown with three values, never overwritten unsaid', async () => {
  const { productId, requestId } = await opened({ story: 'Mới', season: 'Xuân' })
  await movedOn(productId, { story: 'Tỉnh sửa' })
  const view = (await call('GET', `/change-requests/${requestId}`, province.cookie)).body
  expect(view.fields).toMatchObject([
    { field: 'season', meeting: 'clean' },
    { field: 'story', before: 'Cũ', now: 'Tỉnh sửa', proposed: 'Mới', meeting: 'conflict' },
  ])
  expect(await decide(requestId, province.cookie, accept('story', 'season'))).toMatchObject({
    status: 412,
    body: { code: 'record-stale' },
  })
  const unsaid = await decide(requestId, province.cookie, { version: 2, ...accept('story', 'season') })
  expect(unsaid).toMatchObject({
    status: 409,
    body: { code: 'conflict-undecided', fields: [{ path: 'fields.story' }] },
  })
  expect((await productNow(productId)).story).toBe('Tỉnh sửa')
  const fields = [
    { field: 'story', outcome: 'accept', overwrite: true },
    { field: 'season', outcome: 'accept' },
  ]
  expect((await decide(requestId, province.cookie, { version: 2, fields })).body).toMatchObject({
    state: 'accepted',
    version: 3,
  })
  expect(await productNow(productId)).toMatchObject({ story: 'Mới', season: 'Xuân' })
})

test('what a signed decision says is not changed by an officer’s word alone, and nothing of the request is written then', async () => {
  const subject = await made({ level: 'A' })
  const { body } = await propose(subject.productId, subject.owner.cookie, { name: 'Tên mới', season: 'Xuân' })
  const refused = await decide(body.requestId, province.cookie, accept('name', 'season'))
  expect(refused).toMatchObject({ status: 409, body: { code: 'better-source-stands' } })
  expect(await productNow(subject.productId)).toMatchObject({ version: 1, season: '' })
  const document = { level: 'A', title: 'Quyết định đổi tên', reference: '15/QĐ-UBND' }
  expect((await decide(body.requestId, province.cookie, { ...accept('name', 'season'), document })).body.state).toBe(
    'accepted',
  )
  expect((await productNow(subject.productId)).name).toBe('Tên mới')
})

test('two officers who decide at the same time: one wins, the other is told', async () => {
  const { requestId } = await opened()
  const answers = await Promise.all([
    decide(requestId, province.cookie, accept('story')),
    decide(requestId, colleague.cookie, { fields: [{ field: 'story', outcome: 'leave', reason: 'Không' }] }),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
  expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('wrong-state')
  expect((await decide(requestId, province.cookie, accept('story'))).body.code).toBe('wrong-state')
})

test('a side takes its request back, once, and may propose again; others may not take it back', async () => {
  const { requestId, productId, owner, producerId } = await opened()
  const staff = await sign({ role: 'producer-staff', producerId })
  const withdraw = (cookie: string) =>
    call('POST', `/change-requests/${requestId}/withdrawal`, cookie, { reason: 'Nhầm' })
  expect((await withdraw(commune.cookie)).body.code).toBe('not-your-side')
  expect((await withdraw(staff.cookie)).body.state).toBe('withdrawn')
  expect((await withdraw(owner.cookie)).body.code).toBe('wrong-state')
  expect((await decide(requestId, province.cookie, accept('story'))).body.code).toBe('wrong-state')
  expect((await propose(productId, owner.cookie, { story: 'Lại' })).status).toBe(201)
})

test('another producer, commune or province finds neither record nor request', async () => {
  const { productId, producerId, requestId } = await opened()
  const stranger = (await made()).owner
  for (const { cookie } of [stranger, otherCommune]) {
    expect(await propose(productId, cookie, { story: 'X' })).toMatchObject({
      status: 404,
      body: { code: 'product-missing' },
    })
    expect(
      (await call('POST', `/producers/${producerId}/changes`, cookie, { version: 1, note: 'x', phone: '0912345678' }))
        .status,
    ).toBe(404)
  }
  for (const { cookie } of [stranger, otherCommune, otherProvince]) {
    expect((await call('GET', `/change-requests/${requestId}`, cookie)).body.code).toBe('request-missing')
    expect((await call('GET', `/change-requests?subject=${productId}`, cookie)).body.total).toBe(0)
    expect((await call('GET', `/producers/${producerId}/consents`, cookie)).status).toBe(404)
    expect((await call('POST', `/change-requests/${requestId}/withdrawal`, cookie, { reason: 'x' })).body.code).toBe(
      'request-missing',
    )
  }
  expect((await decide(requestId, otherProvince.cookie, accept('story'))).body.code).toBe('request-missing')
  expect((await decide(requestId, commune.cookie, accept('story'))).body.code).toBe('not-permitted')
})

const tail = (offset: number) =>
  `\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\nstartxref\n${offset}\n%%EOF\n`
const body = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj'
const pdf = `${body}${tail(body.length + 1)}`

async function sendFile(path: string, cookie: string, content: string, fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([content]), 'Giấy tờ.pdf')
  const answer = await server.fetch(`/api/v1/office${path}`, { method: 'POST', cookie, body: form })
  return { status: answer.status, body: await answer.json() }
}

test('evidence is checked by content, added by its own side while the request waits, and read in scope only', async () => {
  const { requestId, owner } = await opened()
  const path = `/change-requests/${requestId}/evidence`
  expect(await sendFile(path, owner.cookie, '<html>')).toMatchObject({
    status: 415,
    body: { code: 'evidence-not-accepted' },
  })
  expect((await sendFile(path, commune.cookie, pdf)).body.code).toBe('not-your-side')
  const { status, body: added } = await sendFile(path, owner.cookie, pdf)
  expect(status).toBe(201)
  const view = await call('GET', `/change-requests/${requestId}`, province.cookie)
  expect(view.body.evidence).toMatchObject([{ id: added.id, name: 'Giấy tờ.pdf', mediaType: 'application/pdf' }])
  const file = await server.fetch(`/api/v1/office${path}/${added.id}`, { cookie: province.cookie })
  expect([file.status, file.headers.get('content-disposition')?.split(';')[0]]).toEqual([200, 'attachment'])
  expect((await server.fetch(`/api/v1/office${path}/${added.id}`, { cookie: otherProvince.cookie })).status).toBe(404)
  await decide(requestId, province.cookie, accept('story'))
  expect((await sendFile(path, owner.cookie, pdf)).body.code).toBe('wrong-state')
})

test('the list shows what waits in scope, the oldest first, with its age', async () => {
  const first = await opened()
  const { body: list } = await call('GET', '/change-requests?state=open&limit=100', province.cookie)
  expect(list.total).toBe(list.items.length)
  expect(list.oldest).toBe(now.toISOString())
  expect(list.items.find((item: { id: string }) => item.id === first.requestId)).toMatchObject({
    fields: ['story'],
    author: 'Người producer-owner',
  })
  const { body: own } = await call('GET', '/change-requests?limit=1', first.owner.cookie)
  expect(own).toMatchObject({ total: 1, next: null })
  const pages = await call('GET', '/change-requests?limit=1', province.cookie)
  const second = await call('GET', `/change-requests?limit=1&cursor=${pages.body.next}`, province.cookie)
  expect(second.body.items[0].id).not.toBe(pages.body.items[0].id)
})

test('officers of the province are told of a new request, the ministry and other provinces are not', async () => {
  const ministry = await sign({ role: 'ministry-administrator' })
  const { requestId } = await opened()
  const isTold = async ({ cookie }: { cookie: string }) => {
    const { body: told } = await call('GET', '/notifications?limit=100', cookie)
    return told.items.some((item: { link: string }) => item.link === `/changes/${requestId}`)
  }
  expect([
    await isTold(province),
    await isTold(colleague),
    await isTold(otherProvince),
    await isTold(ministry),
  ]).toEqual([true, true, false, false])
})

const spoken = { manner: 'spoken', witness: 'Bà Lê Thị Chứng', from: '2026-11-24', until: '2027-11-23' }
const consent = (producerId: string, cookie: string, wish = {}) =>
  call('POST', `/producers/${producerId}/consents`, cookie, { ...spoken, ...wish })

test('a commune officer acts for a producer only with a recorded consent, and it is shown so', async () => {
  const { productId, producerId, owner } = await made()
  const change = { story: 'Mới', onBehalf: true }
  expect((await propose(productId, commune.cookie, change)).body.code).toBe('consent-needed')
  expect((await consent(producerId, commune.cookie)).status).toBe(201)
  const { body } = await propose(productId, commune.cookie, change)
  const view = await call('GET', `/change-requests/${body.requestId}`, owner.cookie)
  expect(view.body).toMatchObject({ side: 'producer', author: 'Người commune-officer', abilities: { withdraw: true } })
  expect(view.body.onBehalfOf).toBe(view.body.producer.name)
  expect((await call('GET', '/notifications', owner.cookie)).body.items[0]).toMatchObject({ kind: 'consent-recorded' })
})

test('an edit made at once for a producer is recorded as made for it', async () => {
  const { productId, producerId } = await made({ isPublic: false })
  await consent(producerId, commune.cookie)
  const { body } = await propose(productId, commune.cookie, { season: 'Xuân', onBehalf: true })
  expect(body).toMatchObject({ outcome: 'applied', version: 2 })
  const rows = await database.db
    .selectFrom('change_requests.assisted_edit')
    .select(['version'])
    .where('subject_id', '=', productId)
    .execute()
  expect(rows).toEqual([{ version: 2 }])
  const fact = (await productNow(productId)).facts.find(
    (each: { fieldGroup: string }) => each.fieldGroup === 'commerce',
  )
  expect(fact.source).toMatchObject({
    kind: 'producer',
    title: 'Đổi bao bì mới (Người commune-officer làm thay chủ thể)',
  })
})

test('a consent holds for one officer, from today, twelve months at most, with a witness when spoken', async () => {
  const { productId, producerId } = await made()
  expect((await consent(producerId, commune.cookie, { witness: ' ' })).body.code).toBe('witness-needed')
  expect((await consent(producerId, commune.cookie, { until: '2027-11-24' })).body.code).toBe('consent-dates-wrong')
  expect((await consent(producerId, commune.cookie, { from: '2026-11-25' })).body.code).toBe('consent-dates-wrong')
  expect((await consent(producerId, commune.cookie, { from: '2026-01-01', until: '2026-11-23' })).body.code).toBe(
    'consent-dates-wrong',
  )
  expect((await consent(producerId, commune.cookie, { manner: 'phone', witness: '' })).status).toBe(201)
  expect((await consent(producerId, commune.cookie)).body.code).toBe('consent-standing')
  const another = await sign({ role: 'commune-officer', commune: '24985' })
  expect((await propose(productId, another.cookie, { story: 'X', onBehalf: true })).body.code).toBe('consent-needed')
  expect((await consent(producerId, otherCommune.cookie)).status).toBe(404)
})

test('a signed paper is kept with the consent, checked by its content', async () => {
  const { producerId } = await made()
  const path = `/producers/${producerId}/consents/signed-paper`
  const dates = { from: '2026-11-24', until: '2027-05-01' }
  expect((await sendFile(path, commune.cookie, 'không phải PDF', dates)).body.code).toBe('evidence-not-accepted')
  expect((await sendFile(path, commune.cookie, pdf, dates)).status).toBe(201)
  const { body: list } = await call('GET', `/producers/${producerId}/consents`, commune.cookie)
  expect(list).toMatchObject({
    mine: true,
    mayRecord: false,
    items: [{ manner: 'signed-paper', hasPaper: true, isValid: true }],
  })
})

test('the producer ends a consent at once; it is over for the officer, who is told', async () => {
  const { productId, producerId, owner } = await made()
  const { body: kept } = await consent(producerId, commune.cookie)
  const end = (cookie: string) => call('POST', `/consents/${kept.id}/end`, cookie, { reason: 'Tự làm được' })
  expect((await end((await made()).owner.cookie)).body.code).toBe('consent-missing')
  const another = await sign({ role: 'commune-officer', commune: '24985' })
  expect((await end(another.cookie)).body.code).toBe('not-your-side')
  expect((await end(owner.cookie)).status).toBe(201)
  expect((await end(owner.cookie)).body.code).toBe('consent-over')
  expect((await propose(productId, commune.cookie, { story: 'X', onBehalf: true })).body.code).toBe('consent-needed')
})

test('an officer who acted for a producer does not decide their own request', async () => {
  const { productId, producerId } = await made()
  await consent(producerId, province.cookie)
  const { body } = await propose(productId, province.cookie, { story: 'Mới', onBehalf: true })
  expect((await decide(body.requestId, province.cookie, accept('story'))).body.code).toBe('own-request')
  expect((await decide(body.requestId, colleague.cookie, accept('story'))).status).toBe(201)
})

test('rows of requests and decisions cannot be changed afterwards', async () => {
  const { requestId } = await opened()
  await decide(requestId, province.cookie, accept('story'))
  for (const table of ['request', 'request_field', 'decision', 'field_decision'])
    await expect(database.pool.query(`delete from change_requests.${table}`)).rejects.toThrow(/appended, never changed/)
})

test('a change of version 1 is made with If-Match or the body; answers carry the version as ETag', async () => {
  const { productId, producerId } = await made()
  const read = await call('GET', `/products/${productId}`, province.cookie)
  expect(read.etag).toBe('"1"')
  const put = (body: object, headers = {}) =>
    call('PUT', `/products/${productId}`, province.cookie, { reason: 'Sửa chính tả', ...body }, headers)
  expect(await put({ story: 'Một' }, { 'if-match': '"1"' })).toMatchObject({
    status: 200,
    etag: '"2"',
    body: { version: 2 },
  })
  expect(await put({ story: 'Hai' }, { 'if-match': '"1"' })).toMatchObject({
    status: 412,
    body: { code: 'product-stale' },
  })
  expect((await put({ story: 'Hai' })).body.code).toBe('version-needed')
  expect((await put({ story: 'Hai' }, { 'if-match': '*' })).body.code).toBe('if-match-unreadable')
  expect((await put({ story: 'Hai' }, { 'if-match': 'W/"2"' })).body.code).toBe('if-match-unreadable')
  expect((await put({ story: 'Hai', version: 1 }, { 'if-match': '"2"' })).body.code).toBe('versions-disagree')
  expect(await put({ story: 'Hai', version: 2 }, { 'if-match': '"2"' })).toMatchObject({ status: 200, etag: '"3"' })
  const producer = await call(
    'PUT',
    `/producers/${producerId}`,
    province.cookie,
    { introduction: 'Mới', reason: 'Bổ sung' },
    { 'if-match': '"1"' },
  )
  expect(producer).toMatchObject({ status: 200, etag: '"2"' })
  expect(
    (
      await call(
        'PUT',
        `/producers/${producerId}`,
        province.cookie,
        { introduction: 'Lại', reason: 'x' },
        { 'if-match': '"1"' },
      )
    ).status,
  ).toBe(412)
})

test('an official’s own correction of a public record needs a reason', async () => {
  const { productId, producerId } = await made()
  for (const path of [`/products/${productId}`, `/producers/${producerId}`])
    for (const reason of [undefined, '', '   ']) {
      const { status, body: problem } = await call('PUT', path, province.cookie, {
        version: 1,
        name: 'Tên khác',
        reason,
      })
      expect([status, problem.fields[0].path]).toEqual([422, 'reason'])
    }
})

test('a commune officer reaches only what lies in the commune', async () => {
  const { productId } = await made()
  expect(ninhGia.communeCode).toBe('24985')
  expect((await call('GET', `/products/${productId}`, commune.cookie)).body.abilities).toMatchObject({
    edit: false,
    propose: true,
  })
  expect((await call('GET', `/products/${productId}`, otherCommune.cookie)).status).toBe(404)
})
