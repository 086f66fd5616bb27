import { documentTypeOf } from '../../platform/files/document-type.ts'
import { refuse } from './refusals.ts'

/** 25 MB: a scanned decision with its annexed list at 200 dpi stays well below. */
export const decisionFileLimitBytes = 25 * 1024 * 1024

/** The media type of a decision file by its content, never by its name; refuses anything but a whole PDF, JPEG or PNG. */
export async function checkDecisionFile(path: string): Promise<string> {
  const mediaType = await documentTypeOf(path)
  if (mediaType === null) throw refuse('document-not-accepted')
  return mediaType
}
