import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import shapes from '../map/provinces.json' with { type: 'json' }
import { ProvinceMap } from './province-map.tsx'

const provinces = shapes.provinces.map(({ code }) => ({
  code,
  name: `T${code}`,
  address: `/tinh/${code}`,
  products: 1200,
}))

test('the map has the 34 provinces in force since 01/07/2025, each a link with its count', () => {
  const html = renderToStaticMarkup(createElement(ProvinceMap, { provinces, language: 'vi' }))
  expect(html.match(/<a /g)).toHaveLength(34)
  expect(html).toContain('T68: 1.200 sản phẩm')
  expect(shapes.provinces.every(({ path }) => path.startsWith('M'))).toBe(true)
})

test('Hoàng Sa and Trường Sa are drawn and named, and belong to Đà Nẵng and Khánh Hòa', () => {
  const html = renderToStaticMarkup(createElement(ProvinceMap, { provinces, language: 'vi' }))
  expect(html).toContain('Quần đảo Hoàng Sa')
  expect(html).toContain('Quần đảo Trường Sa')
  expect(shapes.archipelagos.map(({ id, code }) => [id, code])).toEqual([
    ['hoang-sa', '48'],
    ['truong-sa', '56'],
  ])
})
