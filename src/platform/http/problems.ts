import { z } from 'zod'
import { refuse } from '../errors/refusals.ts'
import { type FieldProblem, isRefusal, type Refusal, type RefusalKind } from '../errors/refuse.ts'
import type { Locale } from './rows.ts'

const statusOf: Record<RefusalKind, number> = {
  missing: 404,
  gone: 410,
  conflict: 409,
  invalid: 422,
  forbidden: 403,
  unauthenticated: 401,
  'too-many': 429,
  'too-large': 413,
  unsupported: 415,
  stale: 412,
}

/** RFC 9457 problem document; `detail` is in the reader's language, `fields` name each place to mend. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>

function fieldProblems(error: z.ZodError): FieldProblem[] {
  const english = z.locales.en().localeError
  const vietnamese = z.locales.vi().localeError
  const said = (message: string | { message: string } | undefined | null, fallback: string) =>
    typeof message === 'string' ? message : (message?.message ?? fallback)
  return error.issues.map((issue) => ({
    path: issue.path.join('.'),
    vi: issue.code === 'custom' ? issue.message : said(vietnamese({ ...issue, input: undefined }), issue.message),
    en: issue.code === 'custom' ? issue.message : said(english({ ...issue, input: undefined }), issue.message),
  }))
}

function fromFastify(thrown: unknown, limitBytes: number): Refusal | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null
  switch (thrown.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return refuse('request-too-large', { limitMegabytes: Math.max(1, Math.round(limitBytes / 1_000_000)) })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return refuse('media-type-unsupported')
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return refuse('body-unreadable')
    default:
      return null
  }
}

/** Turns whatever was thrown into a refusal, or null when it is a bug. */
export function asRefusal(thrown: unknown, limitBytes: number): Refusal | null {
  if (isRefusal(thrown)) return thrown
  if (thrown instanceof z.ZodError)
    return refuse('input-invalid', { count: thrown.issues.length }, fieldProblems(thrown))
  if (thrown instanceof SyntaxError) return refuse('body-unreadable')
  return fromFastify(thrown, limitBytes)
}

/** The problem document for a refusal, or for a bug (null), of which only a reference number is told. */
export function toProblem(refused: Refusal | null, requestId: string, locale: Locale): Problem {
  if (refused === null) {
    const detail =
      locale === 'vi'
        ? `Hệ thống gặp lỗi ngoài dự kiến. Vui lòng thử lại; nếu vẫn lỗi, hãy báo mã ${requestId}.`
        : `Something unexpected went wrong. Please try again; if it persists, quote reference ${requestId}.`
    return { type: 'about:blank', title: 'Internal Server Error', status: 500, detail, code: 'unexpected', requestId }
  }
  const { kind, code, fields } = refused.refusal
  const status = statusOf[kind]
  return {
    type: `urn:ocop:problem:${code}`,
    title: code,
    status,
    detail: refused.refusal[locale],
    code,
    requestId,
    ...(fields.length > 0 && { fields: fields.map((field) => ({ path: field.path, message: field[locale] })) }),
  }
}
