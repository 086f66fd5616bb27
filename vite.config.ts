import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The office: one page, its parts loaded as they are opened. Nothing inline, because the content security policy forbids it. */
export default defineConfig({
  root: join(import.meta.dirname, 'src/office'),
  base: '/office/',
  publicDir: false,
  cacheDir: join(import.meta.dirname, 'node_modules/.vite'),
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist/office'),
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
})
