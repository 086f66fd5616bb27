import { createBrowserRouter } from 'react-router'
import { Waiting } from './parts/waiting.tsx'
import { Frame } from './shell/frame.tsx'
import { Broken, NotFound } from './shell/not-found.tsx'

/** Every address of the office; each room's code is fetched when it is first opened. */
export const router = createBrowserRouter(
  [
    {
      HydrateFallback: Waiting,
      ErrorBoundary: Broken,
      children: [
        {
          path: '/sign-in',
          lazy: async () => ({ Component: (await import('../domains/accounts/screens/sign-in.tsx')).SignIn }),
        },
        {
          path: '/sign-in/return',
          lazy: async () => ({
            Component: (await import('../domains/accounts/screens/sign-on-return.tsx')).SignOnReturn,
          }),
        },
        {
          path: '/enrol',
          lazy: async () => ({ Component: (await import('../domains/accounts/screens/enrol.tsx')).Enrol }),
        },
        {
          path: '/invitation/:token',
          lazy: async () => ({ Component: (await import('../domains/accounts/screens/invitation.tsx')).Invitation }),
        },
        {
          path: '/',
          Component: Frame,
          children: [
            { index: true, lazy: async () => ({ Component: (await import('./screens/home.tsx')).Home }) },
            {
              path: 'products',
              lazy: async () => ({
                Component: (await import('../domains/certification/screens/product-list.tsx')).ProductList,
              }),
            },
            {
              path: 'producers',
              lazy: async () => ({
                Component: (await import('../domains/producers/screens/producer-list.tsx')).ProducerList,
              }),
            },
            {
              path: 'accounts',
              lazy: async () => ({
                Component: (await import('../domains/accounts/screens/account-list.tsx')).AccountList,
              }),
            },
            {
              path: 'accounts/new',
              lazy: async () => ({ Component: (await import('../domains/accounts/screens/invite.tsx')).Invite }),
            },
            {
              path: 'account',
              lazy: async () => ({ Component: (await import('../domains/accounts/screens/my-account.tsx')).MyAccount }),
            },
            {
              path: 'api-clients',
              lazy: async () => ({
                Component: (await import('../domains/accounts/screens/api-clients.tsx')).ApiClientsRoom,
              }),
            },
            {
              path: 'accounts/list',
              lazy: async () => ({
                Component: (await import('../domains/accounts/screens/bulk-invite.tsx')).BulkInvite,
              }),
            },
            {
              path: 'accounts/:id',
              lazy: async () => ({
                Component: (await import('../domains/accounts/screens/account-page.tsx')).AccountPage,
              }),
            },
            {
              path: 'letters',
              lazy: async () => ({ Component: (await import('../domains/accounts/screens/outbox.tsx')).Outbox }),
            },
            {
              path: 'roles',
              lazy: async () => ({ Component: (await import('../domains/accounts/screens/role-table.tsx')).RoleTable }),
            },
            {
              path: 'products/new',
              lazy: async () => ({
                Component: (await import('../domains/products/screens/product-new.tsx')).ProductNew,
              }),
            },
            {
              path: 'products/:id',
              lazy: async () => ({ Component: (await import('./screens/product.tsx')).Product }),
            },
            {
              path: 'producers/new',
              lazy: async () => ({
                Component: (await import('../domains/producers/screens/producer-new.tsx')).ProducerNew,
              }),
            },
            {
              path: 'producers/:id',
              lazy: async () => ({ Component: (await import('./screens/producer.tsx')).Producer }),
            },
            {
              path: 'places',
              lazy: async () => ({
                Component: (await import('../domains/products/screens/undecided-places.tsx')).UndecidedPlaces,
              }),
            },
            {
              path: 'recognitions',
              lazy: async () => ({
                Component: (await import('../domains/certification/screens/recognition-list.tsx')).RecognitionList,
              }),
            },
            {
              path: 'imports',
              lazy: async () => ({ Component: (await import('../domains/imports/screens/batch-list.tsx')).BatchList }),
            },
            {
              path: 'imports/new',
              lazy: async () => ({ Component: (await import('../domains/imports/screens/send-list.tsx')).SendList }),
            },
            {
              path: 'imports/:batchId',
              lazy: async () => ({ Component: (await import('../domains/imports/screens/batch-page.tsx')).BatchPage }),
            },
            {
              path: 'changes',
              lazy: async () => ({
                Component: (await import('../domains/change-requests/screens/request-list.tsx')).RequestList,
              }),
            },
            {
              path: 'changes/:id',
              lazy: async () => ({
                Component: (await import('../domains/change-requests/screens/request-page.tsx')).RequestPage,
              }),
            },
            {
              path: 'notifications',
              lazy: async () => ({
                Component: (await import('../domains/notifications/screens/notifications.tsx')).NotificationsPage,
              }),
            },
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ],
  { basename: '/office' },
)
