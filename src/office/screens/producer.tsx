import { ProducerPage } from '../../domains/producers/screens/producer-page.tsx'
import { ProducerProducts } from '../../domains/products/screens/producer-products.tsx'

/** The producer's page with its products: producers does not know products, the office knows both. */
export function Producer() {
  return <ProducerPage products={(producerId) => <ProducerProducts producerId={producerId} />} />
}
