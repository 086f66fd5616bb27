import { randomUUID } from 'node:crypto'
import { type Actor, nobody } from '../../platform/access/actor.ts'
import { permissions } from '../../platform/access/permissions.ts'
import type { Tx } from '../../platform/db/database.ts'
import { recordSource, type SourceLevel } from '../provenance/index.ts'
import type { PlaceColumns } from './place.ts'
import type { ProducerEntry } from './prepare-producer.ts'
import { registerProducer } from './register-producer.ts'

/** The moment at which factories make things: 24/11/2026, 09:00 in Vietnam. */
export const factoryMoment = new Date('2026-11-24T02:00:00Z')

/** An officer of a present province (or, without one, of the ministry) with every permission; no account stands behind them. */
export function anOfficer(province?: string): Actor {
  return {
    accountId: nobody.accountId,
    sessionHash: null,
    grantId: null,
    displayName: province === undefined ? 'Nguyễn Thị Bộ' : `Cán bộ tỉnh ${province}`,
    roleCode: province === undefined ? 'ministry-administrator' : 'province-officer',
    permissions: new Set(
      Object.keys(permissions).filter((name): name is keyof typeof permissions => name in permissions),
    ),
    scope:
      province === undefined
        ? { country: true }
        : { country: false, provinceCodes: [province], communeCodes: [], producerIds: [] },
  }
}

/** Xã Ninh Gia, Lâm Đồng: a commune of the present scheme. */
export const ninhGia: PlaceColumns = {
  addressText: 'xã Ninh Gia, tỉnh Lâm Đồng',
  unitScheme: '2025-',
  unitCode: '24985',
  provinceCode: '68',
  communeCode: '24985',
  placeState: 'decided',
}

/** A source of a level, as a list would be recorded. */
export function aSource(tx: Tx, level: SourceLevel = 'B', checkedOn = '2026-11-24'): Promise<string> {
  return recordSource(tx, {
    kind: level === 'A' ? 'decision' : 'publication',
    level,
    title: 'Danh sách sản phẩm OCOP của tỉnh',
    checkedOn,
    recordedBy: null,
    now: factoryMoment,
  })
}

/** A registered producer with a name of its own, at Ninh Gia unless told otherwise. */
export async function aProducer(
  tx: Tx,
  overrides: Partial<ProducerEntry> & { sourceId?: string } = {},
): Promise<{ id: string; publicId: string }> {
  const sourceId = overrides.sourceId ?? (await aSource(tx))
  const entry = {
    kindCode: 'cooperative' as const,
    name: `Hợp tác xã ${randomUUID()}`,
    place: ninhGia,
    ...overrides,
    sourceId,
  }
  return registerProducer({ tx, actor: anOfficer(), now: factoryMoment }, entry)
}
