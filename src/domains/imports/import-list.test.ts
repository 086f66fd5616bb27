import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../platform/testing/test-server.ts'
import { listOf as list, readBatchRows, readBatchView, registerOf, sendList, stagedList, stepBatch } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const ministry = await signInAs(database, 'ministry')
const lamDong = await signInAs(database, { province: '68' })
const haNoi = await signInAs(database, { province: '01' })
const { count, products, recognitions, apply } = registerOf(database, server)

describe('a list of a province', () => {
  test('is judged first and writes nothing until somebody applies it', async () => {
    const before = await count('products.product')
    const batch = await stagedList(server, lamDong, {
      content: list(
        'Mật ong Hoa Cà,Công ty TNHH Ong Cao Nguyên,xã Ninh Gia,,Lâm Đồng,4,Thực phẩm,2026,3981/QĐ-UBND,,công nhận',
        'Trà mác ca,HTX Trà Xanh Quảng Trực,xã Quảng Trực,huyện Tuy Đức,Đắk Nông,3 sao,Đồ uống,2025,858/QĐ-UBND,45000,công nhận',
      ),
    })
    expect(batch.state).toBe('staged')
    expect(batch.counts).toMatchObject({ new: 2, update: 0, same: 0, problem: 0, total: 2 })
    expect(await count('products.product')).toBe(before)

    expect((await apply(lamDong, batch.id)).status).toBe(202)
    const applied = await readBatchView(server, lamDong, batch.id)
    expect(applied.state).toBe('applied')
    expect(applied.result).toEqual({ producers: 2, products: 2, recognitions: 2 })
    expect(await products('Mật ong Hoa Cà')).toMatchObject([
      { province_code: '68', place_state: 'decided', unit_scheme: '2025-' },
    ])
    expect(await products('Trà mác ca')).toMatchObject([{ province_code: '68', unit_scheme: '2004-2025' }])
    expect(await recognitions('Mật ong Hoa Cà')).toMatchObject([
      { star: 4, decision_number: '3981/QĐ-UBND', decided_year: 2026, authority_name: 'UBND tỉnh Lâm Đồng' },
    ])
    expect(await recognitions('Trà mác ca')).toMatchObject([{ star: 3, authority_name: 'UBND tỉnh Đắk Nông' }])
  })

  test('sent again changes nothing: the same bytes are the same batch, and a rewritten copy finds every row known', async () => {
    const row = 'Cà phê Đồi Gió,HTX Đồi Gió,xã Ninh Gia,,Lâm Đồng,3,Đồ uống,2026,3981/QĐ-UBND,,công nhận'
    const first = await stagedList(server, lamDong, { content: list(row) })
    await apply(lamDong, first.id)
    const again = await sendList(server, lamDong, { content: list(row) })
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({ id: first.id, sameAsBefore: true })
    const before = await count('certification.recognition')
    const copy = await stagedList(server, lamDong, { content: `${list(row)}\n` })
    expect(copy.id).not.toBe(first.id)
    expect(copy.counts).toMatchObject({ new: 0, update: 0, same: 1 })
    expect((await (await apply(lamDong, copy.id)).json()).code).toBe('nothing-to-apply')
    expect(await count('certification.recognition')).toBe(before)
  })

  test('sent by five people at once makes one batch', async () => {
    const content = list('Bột nghệ Năm Người,HTX Năm Người,xã Ninh Gia,,Lâm Đồng,3,Thực phẩm,2026,1/QĐ-UBND,,')
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendList(server, lamDong, { content })))
    const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id))
    expect(new Set(ids).size).toBe(1)
  })

  test('tells the later recognition of a known product as an update', async () => {
    const first = await stagedList(server, lamDong, {
      content: list('Rượu cần Tà In,HTX Tà In,xã Ninh Gia,,Lâm Đồng,3,Đồ uống,2022,12/QĐ-UBND,50000,'),
    })
    await apply(lamDong, first.id)
    const later = await stagedList(server, lamDong, {
      content: list('Rượu cần Tà In,Hợp tác xã Tà In,xã Ninh Gia,,Lâm Đồng,4,Đồ uống,2026,99/QĐ-UBND,60000,'),
    })
    expect(later.counts).toMatchObject({ new: 0, update: 1 })
    const rows = await readBatchRows(server, lamDong, later.id)
    expect(rows.items[0]?.changes.map((change) => change.field)).toEqual(
      expect.arrayContaining(['recognition', 'priceMin']),
    )
    await apply(lamDong, later.id)
    expect(await recognitions('Rượu cần Tà In')).toMatchObject([{ star: 3 }, { star: 4 }])
    expect(await products('Rượu cần Tà In')).toMatchObject([{ price_min: 60000 }])
  })
})

describe('rows that need a person', () => {
  test('a proposal is no star, and a doubtful star waits until somebody says what it is', async () => {
    const batch = await stagedList(server, lamDong, {
      content: list(
        'Chè dây Tiềm Năng,HTX Chè Dây,xã Ninh Gia,,Lâm Đồng,tiềm năng 5 sao,Đồ uống,2026,5/QĐ-UBND,,',
        'Chè dây Lưỡng Lự,HTX Chè Dây,xã Ninh Gia,,Lâm Đồng,3-4 sao,Đồ uống,2026,5/QĐ-UBND,,',
      ),
    })
    expect(batch.counts.problem).toBe(2)
    expect((await (await apply(lamDong, batch.id)).json()).code).toBe('problems-left')
    const rows = await readBatchRows(server, lamDong, batch.id)
    expect(rows.items.map((row) => row.problems.map((problem) => problem.code))).toEqual([
      expect.arrayContaining(['proposal-not-decision']),
      expect.arrayContaining(['star-needs-person']),
    ])
    expect(rows.items[0]?.problems[0]).toMatchObject({ letter: 'F', found: 'tiềm năng 5 sao' })

    const mended = await stepBatch(server, lamDong, `${batch.id}/rows/3`, { values: { star: '4 sao' } }, 'PUT')
    expect(await mended.json()).toMatchObject({ judgement: 'new' })
    await stepBatch(server, lamDong, `${batch.id}/rows/2`, { accept: ['proposal-not-decision'] }, 'PUT')
    expect((await apply(lamDong, batch.id)).status).toBe(202)
    expect(await recognitions('Chè dây Tiềm Năng')).toEqual([])
    expect(await recognitions('Chè dây Lưỡng Lự')).toMatchObject([{ star: 4 }])
    const kept = (await readBatchRows(server, lamDong, batch.id)).items[1]
    expect(kept?.written.find((cell) => cell.letter === 'F')?.text).toBe('3-4 sao')
  })

  test('the province is asked once for a list that names none', async () => {
    const content = list(
      'Khô ếch Sông Hậu,HTX Sông Hậu,Xã Tân Hòa,,,3,,2024,7/QĐ-UBND,,',
      'Bánh ống Sông Hậu,HTX Sông Hậu,Thị trấn Cầu Kè,,,3,,2024,7/QĐ-UBND,,',
    )
    const batch = await stagedList(server, ministry, { content })
    expect(batch.questions).toHaveLength(1)
    const answered = await stepBatch(server, ministry, `${batch.id}/mapping`, { provinceCode: '86' }, 'PUT')
    expect(answered.status).toBe(200)
    await server.runJobs()
    const judged = await readBatchView(server, ministry, batch.id)
    expect(judged.questions).toEqual([])
    expect(judged.counts).toMatchObject({ new: 2, problem: 0 })
  })

  test('a star without any year is imported as a product and a claim, never as a public recognition', async () => {
    const batch = await stagedList(server, lamDong, {
      content: list('Cam sành Không Năm,HTX Không Năm,xã Ninh Gia,,Lâm Đồng,3,,,,,'),
    })
    expect(batch.counts.new).toBe(1)
    await apply(lamDong, batch.id)
    expect(await recognitions('Cam sành Không Năm')).toEqual([])
    const [product] = await products('Cam sành Không Năm')
    const claims = await database.pool.query(
      "select content from provenance.fact where subject_id = $1 and field_group = 'claimed-star'",
      [product.id],
    )
    expect(claims.rows[0].content).toMatchObject({ star: 3 })
  })

  test('a divided commune is never guessed: it waits for a person, with its province known', async () => {
    const divided = await database.pool.query(
      `select u.full_name, d.full_name as district, p.full_name as province, n.parent_code
       from administrative_units.unit u
       join administrative_units.unit d on d.scheme = u.scheme and d.code = u.parent_code
       join administrative_units.unit p on p.scheme = d.scheme and p.code = d.parent_code
       join administrative_units.successor s on s.old_code = u.code and s.kind = 'part'
       join administrative_units.unit n on n.scheme = '2025-' and n.code = s.new_code and n.parent_code = '68'
       where u.scheme = '2004-2025' and not exists (select 1 from administrative_units.successor a where a.old_code = u.code and a.population = 'all') limit 1`,
    )
    const [unit] = divided.rows
    const batch = await stagedList(server, lamDong, {
      content: list(
        `Nấm Chia Đôi,HTX Chia Đôi,${unit.full_name},${unit.district},${unit.province},3,Thực phẩm,2023,3/QĐ-UBND,,`,
      ),
    })
    const rows = await readBatchRows(server, lamDong, batch.id)
    expect(rows.items[0]?.problems.map((problem) => problem.code)).toContain('place-undecided')
    await apply(lamDong, batch.id)
    expect(await products('Nấm Chia Đôi')).toMatchObject([
      { place_state: 'undecided', commune_code: null, province_code: '68' },
    ])
  })
})

describe('producers of a list', () => {
  test('of one name are one, also where a row does not know its commune; in two communes they are two', async () => {
    const row = (product: string, producer: string, commune: string) =>
      `${product},${producer},${commune},,Lâm Đồng,3,Thực phẩm,2026,6/QĐ-UBND,,`
    const batch = await stagedList(server, lamDong, {
      content: list(
        row('Bơ sáp Một Nhà', 'HTX Một Nhà', 'xã Ninh Gia'),
        row('Bơ dẻo Một Nhà', 'Hợp tác xã Một Nhà', ''),
        row('Chè vằng Hai Nơi', 'HTX Hai Nơi', 'xã Ninh Gia'),
        row('Chè dây Hai Nơi', 'HTX Hai Nơi', 'xã Quảng Trực'),
      ),
    })
    await apply(lamDong, batch.id)
    expect((await readBatchView(server, lamDong, batch.id)).result).toMatchObject({ producers: 3, products: 4 })
  })
})

describe('who may', () => {
  const row = 'Hồng treo gió,HTX Hồng Treo,xã Ninh Gia,,Lâm Đồng,3,Thực phẩm,2026,2/QĐ-UBND,,'

  test('an officer of another province sees neither the batch nor its rows, and cannot touch it', async () => {
    const batch = await stagedList(server, lamDong, { content: list(row) })
    for (const step of [`${batch.id}/application`, `${batch.id}/discarding`])
      expect((await stepBatch(server, haNoi, step)).status).toBe(404)
    expect((await server.fetch(`/api/v1/office/imports/${batch.id}`, { cookie: haNoi })).status).toBe(404)
    expect((await server.fetch(`/api/v1/office/imports/${batch.id}/rows`, { cookie: haNoi })).status).toBe(404)
    expect((await server.fetch(`/api/v1/office/imports/${batch.id}/original`, { cookie: haNoi })).status).toBe(404)
    expect((await server.fetch(`/api/v1/office/imports/${batch.id}`)).status).toBe(401)
  })

  test('rows of another province are held back, and a list for another province is refused', async () => {
    const batch = await stagedList(server, haNoi, { content: list(row.replace('Hồng treo gió', 'Hồng lạc tỉnh')) })
    const rows = await readBatchRows(server, haNoi, batch.id)
    expect(rows.items[0]?.problems.map((problem) => problem.code)).toContain('province-outside-scope')
    expect(rows.items[0]?.judgement).toBe('problem')
    const refused = await sendList(server, haNoi, { content: `${list(row)}\n\n`, province: '68' })
    expect((await refused.json()).code).toBe('province-out-of-scope')
  })
})
