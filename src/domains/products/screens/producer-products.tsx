import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { z } from 'zod'
import { ask } from '../../../office/api/client.ts'
import { useMay } from '../../../office/api/session.ts'
import { showNumber } from '../../../office/format/numbers.ts'
import { useWords } from '../../../office/locale/locale.ts'
import { ProblemSummary } from '../../../office/parts/problem.tsx'
import type { ProductLines } from '../messages.ts'

/** The products of one producer, on its page. */
export function ProducerProducts({ producerId }: { producerId: string }) {
  const words = useWords()
  const mayEdit = useMay('products.edit')
  const products = useQuery({
    queryKey: ['products', 'of', producerId],
    queryFn: () => ask<z.infer<typeof ProductLines>>('/office/products', { producer: producerId, limit: 20 }),
  })
  if (products.error) return <ProblemSummary problem={products.error} onRetry={() => products.refetch()} />
  if (products.data === undefined) return <Skeleton height={80} />
  const { items, total } = products.data
  return (
    <>
      {items.length === 0 && <p className="quiet">{words.product.emptyTitle}</p>}
      <ul style={{ margin: '0 0 14px', paddingLeft: 20 }}>
        {items.map((line) => (
          <li key={line.id}>
            <Link to={`/products/${line.id}`}>{line.name}</Link> <span className="quiet small">{line.publicId}</span>
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p>
          <Link to={`/products?producer=${producerId}`}>
            {words.producer.allProducts} ({showNumber(total)})
          </Link>
        </p>
      )}
      {mayEdit && (
        <Button component={Link} to={`/products/new?producer=${producerId}`} variant="default" size="sm">
          {words.product.add}
        </Button>
      )}
    </>
  )
}
