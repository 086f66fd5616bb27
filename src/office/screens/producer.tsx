import { ConsentPanel } from '../../domains/change-requests/screens/consent-panel.tsx'
import { OpenRequests } from '../../domains/change-requests/screens/open-requests.tsx'
import { ProducerPage } from '../../domains/producers/screens/producer-page.tsx'
import { ProducerProducts } from '../../domains/products/screens/producer-products.tsx'

/** The producer's page with its products and consents: producers does not know them, the office knows all. */
export function Producer() {
  return (
    <ProducerPage
      products={(producerId) => <ProducerProducts producerId={producerId} />}
      above={(producer) => <OpenRequests subjectId={producer.id} producer={producer} />}
      consents={(producer) => <ConsentPanel producer={producer} />}
    />
  )
}
