import { ProductRecognitions } from '../../domains/certification/screens/product-recognitions.tsx'
import { ProductStanding } from '../../domains/certification/screens/product-standing.tsx'
import { OpenRequests } from '../../domains/change-requests/screens/open-requests.tsx'
import { ProductPage } from '../../domains/products/screens/product-page.tsx'

const parts = {
  standing: (productId: string) => <ProductStanding productId={productId} />,
  recognitions: (product: { id: string; provinceName: string }) => <ProductRecognitions {...product} />,
  above: (product: { id: string; producer: { id: string; name: string } }) => (
    <OpenRequests subjectId={product.id} producer={product.producer} />
  ),
}

/** The product's page with what certification says of it: products does not know certification, the office knows both. */
export function Product() {
  return <ProductPage parts={parts} />
}
