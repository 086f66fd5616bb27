import './mantine-styles.ts'
import '@mantine/notifications/styles.css'
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/500.css'
import '@fontsource/be-vietnam-pro/600.css'
import './office.css'
import { createRoot } from 'react-dom/client'
import { restoreLocale } from './locale/locale.ts'
import { Office } from './office.tsx'

/** The server puts a new nonce into the page each time; only style elements that carry it are allowed. */
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
// Read by react-remove-scroll (through get-nonce), which locks the page's scroll behind a dialog.
Reflect.set(globalThis, '__webpack_nonce__', nonce)

const root = document.getElementById('office')
if (root !== null) void restoreLocale().then(() => createRoot(root).render(<Office nonce={nonce} />))
