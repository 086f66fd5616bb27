import { SegmentedControl } from '@mantine/core'
import { setLocale, useLocale, useWords } from '../locale/locale.ts'
import { notify } from '../parts/notify.ts'

/** Tiếng Việt or English, remembered on this device. */
export function LanguageSwitch() {
  const words = useWords()
  const locale = useLocale()
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.shell.language}
      value={locale}
      onChange={(chosen) => {
        setLocale(chosen === 'en' ? 'en' : 'vi').catch(() => notify(words.problem.offline, 'watch'))
      }}
      data={[
        { value: 'vi', label: 'VI' },
        { value: 'en', label: 'EN' },
      ]}
    />
  )
}
