import { command, nothing, query, type RouteRow } from '../../platform/http/rows.ts'
import { listNotifications } from './list-notifications.ts'
import { markAllRead, markRead } from './mark-read.ts'
import { ListNotifications, Marked, Notifications, Preferences, ReadNotifications, SetPreferences } from './messages.ts'
import { readPreferences, setPreferences } from './preferences.ts'

const tag = 'notifications'
const path = '/api/v1/office/notifications'

export const routes: RouteRow[] = [
  query({
    method: 'GET',
    path,
    access: 'signed-in',
    tag,
    summary: 'The caller’s own notifications, newest first',
    input: ListNotifications,
    output: Notifications,
    run: listNotifications,
  }),
  command({
    method: 'POST',
    path: `${path}/read`,
    access: 'signed-in',
    tag,
    summary: 'Mark some of one’s own notifications as read',
    input: ReadNotifications,
    output: Marked,
    run: markRead,
  }),
  command({
    method: 'POST',
    path: `${path}/read-all`,
    access: 'signed-in',
    tag,
    summary: 'Mark all of one’s own notifications as read',
    input: nothing,
    output: Marked,
    run: markAllRead,
  }),
  query({
    method: 'GET',
    path: `${path}/preferences`,
    access: 'signed-in',
    tag,
    summary: 'How the caller hears of each kind of notification',
    input: nothing,
    output: Preferences,
    run: readPreferences,
  }),
  command({
    method: 'PUT',
    path: `${path}/preferences`,
    access: 'signed-in',
    tag,
    summary: 'Choose for kinds of notification: in the office, by e-mail at once, in the daily digest',
    input: SetPreferences,
    output: Preferences,
    run: setPreferences,
  }),
]
