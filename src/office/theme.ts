import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Rice seedling: the one colour of action. */
const rice: MantineColorsTuple = [
  '#eaf5ee',
  '#d5eadd',
  '#a9d4ba',
  '#79bd94',
  '#52a976',
  '#37995f',
  '#268451',
  '#1d7044',
  '#175936',
  '#10432a',
]

const night: MantineColorsTuple = [
  '#e6ebe7',
  '#c3ccc6',
  '#a3afa8',
  '#7c8a82',
  '#46514a',
  '#343e38',
  '#252d28',
  '#1b211d',
  '#141916',
  '#0e120f',
]

/** Red that can be read on white at every shade Mantine writes with. */
const brick: MantineColorsTuple = [
  '#fcebe9',
  '#f7d0cc',
  '#efa59e',
  '#f08b81',
  '#ff9d94',
  '#c2382e',
  '#ab261d',
  '#a3241b',
  '#9c221a',
  '#6f1812',
]

export const theme = createTheme({
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: '600' },
  primaryColor: 'rice',
  primaryShade: { light: 7, dark: 7 },
  colors: { rice, red: brick, dark: night },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
})

/** Texts that Mantine draws paler than WCAG 2.2 AA allows. */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfaf7',
    '--mantine-color-text': '#1b241f',
    '--mantine-color-dimmed': '#57625b',
    '--mantine-color-placeholder': '#6a756e',
    '--mantine-color-error': '#ab261d',
    '--mantine-color-anchor': '#17633b',
  },
  dark: {
    '--mantine-color-dimmed': '#a3afa8',
    '--mantine-color-placeholder': '#97a39c',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#7fd0a1',
  },
})
