import { SegmentedControl } from '@mantine/core'
import { setLocale, useLocale, useWords } from '../locale/locale.ts'

/** Tiếng Việt or English, remembered on this device. */
export function LanguageSwitch() {
  const words = useWords()
  const locale = useLocale()
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.shell.language}
      value={locale}
      onChange={(chosen) => setLocale(chosen === 'en' ? 'en' : 'vi')}
      data={[
        { value: 'vi', label: 'VI' },
        { value: 'en', label: 'EN' },
      ]}
    />
  )
}
