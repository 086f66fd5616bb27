/** The jobs that one domain may queue for another to do: a lower domain knows the name, never the code behind it. */
export const jobNames = {
  /** catalogue: refresh what the public sees of these products; payload { productIds } */
  refreshCatalogue: 'catalogue:refresh',
  /** catalogue: refresh everything, after a bulk change; payload {} */
  rebuildCatalogue: 'catalogue:rebuild',
  /** imports: read and judge an uploaded list; payload { batchId } */
  stageImport: 'imports:stage',
  /** imports: apply a judged list in one transaction; payload { batchId } */
  applyImport: 'imports:apply',
  /** accounts: forget ended sessions and old attempts; payload {} */
  sweepSessions: 'accounts:sweep',
  /** letters: send one letter, or keep it where no SMTP is set; payload { letterId } */
  sendLetter: 'letters:send',
  /** letters: forget the texts of old letters; payload {} */
  sweepLetters: 'letters:sweep',
  /** notifications: one letter an account about everything unread; payload {} */
  sendDigests: 'notifications:digest',
  /** notifications: letters for those who wish to hear at once; payload {} */
  sendLetters: 'notifications:letters',
  /** audit: append the head of the chain to the checkpoints kept outside the database; payload {} */
  keepCheckpoint: 'audit:checkpoint',
  /** personal data: forget what the retention rules no longer keep; payload {} */
  retainPersonalData: 'personal-data:retain',
} as const

export type JobName = (typeof jobNames)[keyof typeof jobNames]
