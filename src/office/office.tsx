import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router/dom'
import { ConfirmIdentity } from '../domains/accounts/screens/confirm-identity.tsx'
import { router } from './routes.tsx'
import { readableColours, theme } from './theme.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, problem) => problem.status === 0 && count < 2 },
    mutations: { retry: false },
  },
})

/** The office: looks, what was asked of the server, and the room at the address. */
export function Office({ nonce }: { nonce: string }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readableColours}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-right" />
        <ConfirmIdentity />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
