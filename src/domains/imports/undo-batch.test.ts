import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { signInAs, testServer } from '../../platform/testing/test-server.ts'
import { listOf as list, readBatchView, registerOf, sendList, stagedList, stepBatch } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const ministry = await signInAs(database, 'ministry')
const lamDong = await signInAs(database, { province: '68' })
const { products, recognitions, apply } = registerOf(database, server)

describe('undoing', () => {
  const importOne = async (name: string, extra = '2026,8/QĐ-UBND,40000,') => {
    const batch = await stagedList(server, lamDong, {
      content: list(`${name},HTX ${name},xã Ninh Gia,,Lâm Đồng,3,Thực phẩm,${extra}`),
    })
    await apply(lamDong, batch.id)
    return batch
  }

  test('takes back everything that a batch made, and the same list brings it back under the same identifier', async () => {
    const batch = await importOne('Mứt dâu Hoàn Tác')
    const [before] = await products('Mứt dâu Hoàn Tác')
    expect((await readBatchView(server, lamDong, batch.id)).undoable.possible).toBe(true)
    const undone = await stepBatch(server, lamDong, `${batch.id}/undoing`, { reason: 'nhầm danh sách' })
    expect(undone.status).toBe(201)
    expect(await recognitions('Mứt dâu Hoàn Tác')).toEqual([])
    expect(await products('Mứt dâu Hoàn Tác')).toMatchObject([{ state: 'withdrawn' }])
    expect((await (await stepBatch(server, lamDong, `${batch.id}/undoing`, { reason: 'lần nữa' })).json()).code).toBe(
      'wrong-state',
    )

    const again = await importOne('Mứt dâu Hoàn Tác')
    expect(again.id).not.toBe(batch.id)
    const [after] = await products('Mứt dâu Hoàn Tác')
    expect(after).toMatchObject({ state: 'active', public_id: before.public_id })
    expect(await recognitions('Mứt dâu Hoàn Tác')).toMatchObject([{ star: 3 }])
  })

  test('puts revised fields back as they were', async () => {
    await importOne('Mật hoa Sửa Giá')
    const revision = await stagedList(server, lamDong, {
      content: list('Mật hoa Sửa Giá,HTX Mật hoa Sửa Giá,xã Ninh Gia,,Lâm Đồng,3,Thực phẩm,2026,8/QĐ-UBND,70000,'),
    })
    expect(revision.counts.update).toBe(1)
    await apply(lamDong, revision.id)
    expect(await products('Mật hoa Sửa Giá')).toMatchObject([{ price_min: 70000 }])
    await stepBatch(server, lamDong, `${revision.id}/undoing`, { reason: 'giá sai' })
    expect(await products('Mật hoa Sửa Giá')).toMatchObject([{ price_min: 40000, state: 'active' }])
  })

  test('is refused once later work stands on the batch, and says on what', async () => {
    const batch = await importOne('Trà atisô Có Sau')
    const later = await stagedList(server, lamDong, {
      content: list('Trà atisô Có Sau,HTX Trà atisô Có Sau,xã Ninh Gia,,Lâm Đồng,4,Thực phẩm,2026,77/QĐ-UBND,40000,'),
    })
    await apply(lamDong, later.id)
    const refused = await stepBatch(server, lamDong, `${batch.id}/undoing`, { reason: 'thử' })
    expect(refused.status).toBe(409)
    expect((await refused.json()).detail).toContain('Trà atisô Có Sau')
    expect((await readBatchView(server, lamDong, batch.id)).undoable).toMatchObject({ possible: false })
  })
})

describe('between the dry run and applying', () => {
  test('the register may move on: then nothing is written and the list is judged anew', async () => {
    const row = 'Hạt điều Đua Nhau,HTX Đua Nhau,xã Ninh Gia,,Lâm Đồng,3,Thực phẩm,2026,4/QĐ-UBND,,'
    const [one, other] = [
      await stagedList(server, lamDong, { content: list(row) }),
      await stagedList(server, lamDong, { content: `${list(row)}\n` }),
    ]
    await apply(lamDong, one.id)
    await apply(lamDong, other.id)
    const second = await readBatchView(server, lamDong, other.id)
    expect(second.state).toBe('staged')
    expect(second.failure?.code).toBe('register-changed')
    expect(second.counts).toMatchObject({ same: 1, new: 0 })
    expect(await products('Hạt điều Đua Nhau')).toHaveLength(1)
  })

  test('two people who press apply at once apply it once', async () => {
    const batch = await stagedList(server, lamDong, {
      content: list('Hạt sen Hai Tay,HTX Hai Tay,xã Ninh Gia,,Lâm Đồng,3,Thực phẩm,2026,4/QĐ-UBND,,'),
    })
    const answers = await Promise.all([
      stepBatch(server, lamDong, `${batch.id}/application`),
      stepBatch(server, ministry, `${batch.id}/application`),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([202, 409])
    await server.runJobs()
    expect(await products('Hạt sen Hai Tay')).toHaveLength(1)
  })

  test('a list may be given up; its job then does nothing', async () => {
    const sent = await (
      await sendList(server, lamDong, {
        content: list('Bỏ Giữa Chừng,HTX Bỏ,xã Ninh Gia,,Lâm Đồng,3,Thực phẩm,2026,4/QĐ-UBND,,'),
      })
    ).json()
    expect((await (await stepBatch(server, lamDong, `${sent.id}/discarding`)).json()).state).toBe('discarded')
    await server.runJobs()
    expect((await readBatchView(server, lamDong, sent.id)).state).toBe('discarded')
  })
})
