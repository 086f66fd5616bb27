import { Button } from '@mantine/core'
import { Link, useRouteError } from 'react-router'
import { useWords } from '../locale/locale.ts'
import { Empty } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  const words = useWords()
  return (
    <Page title={words.problem.notFound} intro={words.problem.notFoundText} narrow>
      <Button component={Link} to="/" variant="default">
        {words.shell.home}
      </Button>
    </Page>
  )
}

/** A room that broke: said plainly, with a way on. A part that a newer version replaced is fetched by reloading. */
export function Broken() {
  const words = useWords()
  useRouteError()
  return (
    <main className="door">
      <Empty
        icon="cross"
        title={words.problem.title}
        text={words.problem.crashed}
        act={<Button onClick={() => window.location.reload()}>{words.problem.reload}</Button>}
      />
    </main>
  )
}
