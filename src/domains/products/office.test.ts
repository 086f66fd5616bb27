import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jobNames } from '../../platform/jobs/names.ts'
import { openSpreadsheet } from '../../platform/spreadsheets/open-spreadsheet.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../platform/testing/test-server.ts'

const database = await testDatabase()
const server = await testServer(database)
const [lamDong, hanoi, ministry] = [
  await signInAs(database, { province: '68' }),
  await signInAs(database, { province: '01' }),
  await signInAs(database, 'ministry'),
]

async function call(path: string, cookie: string, change?: { method: string; body: Record<string, unknown> }) {
  const headers = { 'content-type': 'application/json', origin: server.address }
  const options = change ? { method: change.method, body: JSON.stringify(change.body), headers } : {}
  const response = await server.fetch(`/api/v1/office/${path}`, { cookie, ...options })
  return { status: response.status, body: await response.json() }
}
const post = (path: string, body: Record<string, unknown>, cookie = lamDong) =>
  call(path, cookie, { method: 'POST', body })
const put = (path: string, body: Record<string, unknown>, cookie = lamDong) =>
  call(path, cookie, { method: 'PUT', body })
const get = (path: string, cookie = lamDong) => call(path, cookie)

const ninhGia = { addressText: 'Thôn 1, xã Ninh Gia', unit: { scheme: '2025', code: '24985' } }
const reason = 'Theo hồ sơ của chủ thể'

async function entered(name: string, more: Record<string, unknown> = {}) {
  const made = await post('producers', {
    kindCode: 'cooperative',
    name,
    place: ninhGia,
    reason,
    confirmedDistinct: true,
    ...more,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}

async function enteredProduct(producerId: string, name: string, more: Record<string, unknown> = {}) {
  const made = await post('products', { producerId, name, setCode: '04', reason, confirmedDistinct: true, ...more })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}

test('an officer enters a producer and reads it back with place, sources and what they may do', async () => {
  const { id, publicId } = await entered('Hợp tác xã Chè Ninh Gia', {
    phone: '0912345678',
    representativeEthnicity: 'K’Ho',
  })
  const { body } = await get(`producers/${id}`)
  expect(body).toMatchObject({
    publicId,
    place: { communeName: 'Xã Ninh Gia', provinceName: 'Lâm Đồng', placeState: 'decided' },
    contactsPublic: false,
    version: 1,
    abilities: { edit: true, merge: true },
  })
  expect(body.facts[0].source).toMatchObject({ kind: 'officer', level: 'B', title: reason })
})

test('a producer that may be in the register already is shown instead, unless confirmed to be another', async () => {
  const { publicId } = await entered('Công ty TNHH Mắm Biển')
  const again = { kindCode: 'enterprise', name: 'CTY TNHH MẮM BIỂN', place: ninhGia, reason }
  const refused = await post('producers', again)
  expect(refused).toMatchObject({ status: 409, body: { code: 'producer-may-exist' } })
  expect(refused.body.detail).toContain(publicId)
  expect((await post('producers', { ...again, confirmedDistinct: true })).status).toBe(201)
})

test('two officers who enter the same producer at the same time are told of each other', async () => {
  const name = `HTX ${randomUUID()}`
  const body = { kindCode: 'cooperative', name, place: ninhGia, reason }
  const both = await Promise.all([post('producers', body), post('producers', body)])
  expect(both.map((answer) => answer.status).sort()).toEqual([201, 409])
})

test('the address alone places a producer; what cannot be placed, or lies elsewhere, is refused by its field', async () => {
  const read = await entered('HTX Theo Địa Chỉ', { place: { addressText: 'xã Ninh Gia, tỉnh Lâm Đồng' } })
  expect((await get(`producers/${read.id}`)).body.place.communeCode).toBe('24985')
  const body = { kindCode: 'farm', name: 'Trang trại', reason }
  expect((await post('producers', { ...body, place: { addressText: 'đâu đó' } })).body).toMatchObject({
    code: 'place-unreadable',
    fields: [{ path: 'place.unit' }],
  })
  const unknown = { addressText: '', unit: { scheme: '2025', code: '99999' } }
  expect((await post('producers', { ...body, place: unknown })).body.code).toBe('place-unknown')
  const elsewhere = { addressText: '', unit: { scheme: '2025', code: '01' } }
  expect(await post('producers', { ...body, place: elsewhere })).toMatchObject({
    status: 403,
    body: { code: 'place-outside-scope' },
  })
})

test('an edit of an old version answers 412 and names who was quicker', async () => {
  const { id } = await entered('HTX Hai Người Sửa')
  expect(await put(`producers/${id}`, { version: 1, introduction: 'Một', reason })).toMatchObject({
    status: 200,
    body: { version: 2, contradicting: [] },
  })
  const late = await put(`producers/${id}`, { version: 1, introduction: 'Hai', reason })
  expect(late).toMatchObject({ status: 412, body: { code: 'producer-stale' } })
  expect(late.body.detail).toContain('Trần Văn Tỉnh')
})

test('an officer who cites a signed decision overrides, and a later word of mouth does not override it', async () => {
  const { id } = await entered('HTX Có Quyết Định')
  const document = { level: 'A', title: 'Quyết định công nhận', reference: '3981/QĐ-UBND' }
  const cited = await put(`producers/${id}`, { version: 1, name: 'HTX Tên Trong Quyết Định', reason, document })
  expect(cited.body).toEqual({ version: 2, contradicting: [] })
  const spoken = await put(`producers/${id}`, { version: 2, name: 'HTX Tên Nghe Nói', reason })
  expect(spoken.body).toEqual({ version: 2, contradicting: ['identity'] })
  expect((await get(`producers/${id}`)).body.name).toBe('HTX Tên Trong Quyết Định')
  const nameless = await put(`producers/${id}`, {
    version: 2,
    name: 'X',
    reason,
    document: { level: 'A', title: 'QĐ' },
  })
  expect(nameless.body.fields).toMatchObject([{ path: 'document.reference' }])
})

test('a change of a producer refreshes the pages of its products', async () => {
  const producer = await entered('HTX Đổi Tên')
  const product = await enteredProduct(producer.id, 'Chè búp')
  const before = await queued()
  const revised = await put(`producers/${producer.id}`, { version: 1, name: 'HTX Tên Mới', reason })
  expect(revised.body).toEqual({ version: 2, contradicting: [] })
  expect((await queued()).slice(before.length)).toEqual([{ productIds: [product.id] }])
})

async function queued(): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = $1 order by j.id`,
    [jobNames.refreshCatalogue],
  )
  return rows.map((row: { payload: unknown }) => row.payload)
}

test('a product is entered with its codes, found by them, and shown with its producer', async () => {
  const producer = await entered('HTX Ong Mật')
  const codes = [
    { code: '68-24985-7-2026', kind: 'four-part' },
    { code: '15/GCN-OCOP', kind: 'certificate' },
  ]
  const { id } = await enteredProduct(producer.id, 'Mật ong hoa cà phê', { codes, gtin: '4006381333931' })
  expect((await get(`products/${id}`)).body).toMatchObject({
    producer: { name: 'HTX Ong Mật' },
    groupCode: 'I',
    gtinNote: 'foreign-prefix',
    codes: [{ code: '15-GCN-OCOP', written: '15/GCN-OCOP' }, { code: '68-24985-7-2026' }],
    place: { communeCode: '24985' },
  })
  for (const q of ['68/24985/07/2026', '15 gcn ocop', '4006381333931', 'mat ong ca phe', 'ong mật hoa'])
    expect(
      (await get(`products?q=${encodeURIComponent(q)}`)).body.items.map((row: { id: string }) => row.id),
      q,
    ).toContain(id)
})

test('a product that the producer may have already is shown instead', async () => {
  const producer = await entered('HTX Trùng Sản Phẩm')
  const { publicId } = await enteredProduct(producer.id, 'Chè ô long')
  const refused = await post('products', { producerId: producer.id, name: 'CHÈ Ô LONG', reason })
  expect(refused).toMatchObject({ status: 409, body: { code: 'product-may-exist' } })
  expect(refused.body.detail).toContain(publicId)
  const matches = await get(`products/matches?producer=${producer.id}&name=${encodeURIComponent('che o long')}`)
  expect(matches.body.items).toMatchObject([{ publicId, reasons: ['same-name'] }])
})

test('matches of producers are suggested as one types', async () => {
  const { publicId } = await entered('HTX Gợi Ý', { taxNumber: '0301442379' })
  const found = await get('producers/matches?province=68&taxNumber=0301442379&name=khac')
  expect(found.body.items).toMatchObject([{ publicId, reasons: ['tax-number'], communeName: 'Xã Ninh Gia' }])
  expect((await get('producers/matches?province=68&taxNumber=0301442379&name=khac', hanoi)).body.items).toEqual([])
})

test('merging over the API leads both to the kept one and is told in its history', async () => {
  const [kept, merged] = [await entered('HTX Giữ'), await entered('HTX Gộp')]
  const answer = await post(`producers/${kept.id}/merger`, { mergedId: merged.id, reason: 'Trùng' })
  expect(answer).toMatchObject({ status: 201, body: { publicId: kept.publicId } })
  expect((await get(`producers/${kept.id}`)).body.mergers).toMatchObject([{ id: merged.id, reason: 'Trùng' }])
  expect((await get(`producers/${merged.id}`)).body).toMatchObject({
    state: 'merged',
    mergedInto: { id: kept.id },
    abilities: { edit: false, merge: false },
  })
  const [one, two] = [await enteredProduct(kept.id, 'Một'), await enteredProduct(kept.id, 'Hai')]
  expect((await post(`products/${one.id}/merger`, { mergedId: two.id, reason: 'Trùng' })).status).toBe(201)
  expect((await get(`products/${two.id}`)).body.mergedInto).toMatchObject({ id: one.id })
})

test('a withdrawn product leaves the list and comes back when restored', async () => {
  const producer = await entered('HTX Rút')
  const { id } = await enteredProduct(producer.id, 'Sản phẩm rút')
  const ids = async () =>
    (await get(`products?producer=${producer.id}`)).body.items.map((row: { id: string }) => row.id)
  await post(`products/${id}/withdrawal`, { reason: 'Nhập nhầm' })
  expect(await ids()).toEqual([])
  await post(`products/${id}/revival`, { reason: 'Nhầm' })
  expect(await ids()).toEqual([id])
})

test('lists are filtered, counted and paged without gaps or repeats in both orders', async () => {
  const producer = await entered('HTX Nhiều Sản Phẩm')
  for (let index = 0; index < 5; index++) await enteredProduct(producer.id, `Bánh ${index}`, { setCode: '05' })
  for (const sort of ['name', 'updated']) {
    const seen: string[] = []
    let cursor = ''
    do {
      const path = `products?producer=${producer.id}&set=05&sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`
      const { body } = await get(path)
      expect(body.total).toBe(5)
      seen.push(...body.items.map((row: { name: string }) => row.name))
      cursor = body.next ?? ''
    } while (cursor !== '')
    expect([...seen].sort(), sort).toEqual(['Bánh 0', 'Bánh 1', 'Bánh 2', 'Bánh 3', 'Bánh 4'])
  }
  expect((await get('products?cursor=abc')).body.code).toBe('cursor-unreadable')
  expect((await get('producers?kind=none')).status).toBe(422)
})

test('producers are found by folded words, tax number and identifier, and letters that mean something in SQL are only letters', async () => {
  const { id, publicId } = await entered('Hợp tác xã Đặc sản 100% Đà Lạt', { taxNumber: '0300588569' })
  for (const q of ['dac san da lat', 'ĐẶC SẢN', '0300 588 569', publicId.toLowerCase(), '100%'])
    expect(
      (await get(`producers?q=${encodeURIComponent(q)}`)).body.items.map((row: { id: string }) => row.id),
      q,
    ).toContain(id)
  expect((await get(`producers?q=${encodeURIComponent('100_')}`)).body.total).toBe(0)
})

test('another province sees, reads, changes and merges nothing; the ministry sees all', async () => {
  const producer = await entered('HTX Riêng Tỉnh')
  const product = await enteredProduct(producer.id, 'Sản phẩm riêng')
  for (const path of [`producers/${producer.id}`, `products/${product.id}`]) {
    expect((await get(path, hanoi)).status).toBe(404)
    expect((await put(path, { version: 1, name: 'X', reason }, hanoi)).status).toBe(404)
    expect((await post(`${path}/merger`, { mergedId: randomUUID(), reason }, hanoi)).status).toBe(404)
    expect((await get(path, ministry)).status).toBe(200)
  }
  expect((await get('producers?q=rieng+tinh', hanoi)).body.total).toBe(0)
  expect((await get('products?q=rieng', hanoi)).body.total).toBe(0)
  expect((await post('products', { producerId: producer.id, name: 'X', reason }, hanoi)).status).toBe(404)
  expect((await get('products')).status).toBe(200)
  expect((await call('products', '')).status).toBe(401)
})

test.each(['products', 'producers'])('the exported workbook of %s holds exactly what is filtered', async (what) => {
  const mark = what === 'products' ? 'Xuất khẩu' : 'HTX Xuất khẩu'
  const producer = await entered(`${mark} ${what}`)
  await enteredProduct(producer.id, `=Xuất khẩu 1 ${what}`)
  await enteredProduct(producer.id, `Xuất khẩu 2 ${what}`)
  const filter = `q=${encodeURIComponent(`xuat khau ${what}`)}`
  const { total } = (await get(`${what}?${filter}`)).body
  const response = await server.fetch(`/api/v1/office/${what}/export.xlsx?${filter}`, { cookie: lamDong })
  expect(response.headers.get('content-disposition')).toContain('.xlsx')
  const path = join(server.config.dataDirectory, `${what}.xlsx`)
  await writeFile(path, Buffer.from(await response.arrayBuffer()))
  const names: string[] = []
  const opened = await openSpreadsheet(path)
  for await (const row of opened.rows(0)) names.push(row.cells.find((cell) => cell.column === 2)?.text ?? '')
  expect(names).toHaveLength(total + 1)
  const stranger = await server.fetch(`/api/v1/office/${what}/export.xlsx?${filter}`, { cookie: hanoi })
  expect((await stranger.arrayBuffer()).byteLength).toBeGreaterThan(0)
})

test('the undecided place of a producer is offered and decided over the API', async () => {
  const unit = { scheme: '2004', code: '00118' }
  const body = { kindCode: 'farm', name: 'Trang trại Ngọc Thụy', place: { addressText: 'Ngọc Thụy', unit }, reason }
  const { body: made } = await post('producers', body, hanoi)
  expect((await get(`producers/${made.id}`, hanoi)).body.place).toMatchObject({
    placeState: 'undecided',
    candidates: [{ code: '00097' }, { code: '00118' }],
  })
  const subjects = [{ kind: 'producer', id: made.id }]
  expect((await get('undecided-places', hanoi)).body.items[0].subjects).toMatchObject([{ id: made.id }])
  const decision = { subjects, communeCode: '00118', reason: 'Hỏi chủ thể' }
  expect(await post('undecided-places/decisions', decision, hanoi)).toMatchObject({ status: 201, body: { decided: 1 } })
  expect(await post('undecided-places/decisions', decision, hanoi)).toMatchObject({ status: 409 })
  const chosen = { ...body, name: 'Trang trại Bồ Đề', place: { addressText: '', unit, communeCode: '00097' } }
  const { body: direct } = await post('producers', chosen, hanoi)
  expect((await get(`producers/${direct.id}`, hanoi)).body.place).toMatchObject({ communeName: 'Phường Hồng Hà' })
})

test('the classification and the kinds of producer are public', async () => {
  const classification = await (await server.fetch('/api/v1/classification')).json()
  expect(classification.groups).toHaveLength(6)
  expect((await (await server.fetch('/api/v1/producer-kinds')).json()).items).toHaveLength(8)
})
