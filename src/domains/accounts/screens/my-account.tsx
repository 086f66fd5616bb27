import { useWords } from '../../../office/locale/locale.ts'
import { Page } from '../../../office/parts/page.tsx'
import { MyFactors } from './my-factors.tsx'
import { MyPassword } from './my-password.tsx'
import { MySessions } from './my-sessions.tsx'

/** My account: how I sign in, and where I am signed in. */
export function MyAccount() {
  const text = useWords().security
  return (
    <Page title={text.accountTitle} intro={text.accountIntro} narrow>
      <MyFactors />
      <MyPassword />
      <MySessions />
    </Page>
  )
}
