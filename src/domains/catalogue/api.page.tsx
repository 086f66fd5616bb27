import type { PageSetting } from '../../platform/http/rows.ts'
import { apiAddress } from '../../ui/addresses.ts'
import { renderPage } from '../../ui/shell/render-page.tsx'
import type { OperationView, ParameterView } from './describe-api.ts'

const words = {
  vi: {
    title: 'API công khai',
    description:
      'Tra cứu sản phẩm OCOP bằng chương trình: danh sách, tìm kiếm, lịch sử công nhận, tình trạng giấy chứng nhận.',
    lead: 'Cùng dữ liệu với các trang công khai, dùng tự do, không cần tài khoản. Mọi câu trả lời là JSON.',
    rules: [
      'Danh sách chia trang bằng cursor: dùng giá trị "next" hoặc tiêu đề Link để lấy trang sau. Một lần lấy tối đa 1.000 mục.',
      'Gửi lại ETag trong If-None-Match: nếu không có gì thay đổi, máy chủ trả 304 và không gửi nội dung.',
      'Giới hạn số lần gọi ghi trong tiêu đề RateLimit. Khi vượt quá, máy chủ trả 429 kèm Retry-After.',
      'Lỗi theo RFC 9457 (application/problem+json), có trường "code" không đổi và lời giải thích để đọc.',
    ],
    document: 'Tài liệu OpenAPI 3.1 đầy đủ',
    contents: 'Các thao tác',
    parameters: 'Tham số',
    name: 'Tên',
    type: 'Kiểu',
    meaning: 'Ý nghĩa',
    required: 'bắt buộc',
    example: 'Thử ngay',
  },
  en: {
    title: 'Public API',
    description: 'Look OCOP products up by program: lists, search, history of recognition, standing of certificates.',
    lead: 'The same facts as the public pages, free to use, without an account. Every answer is JSON.',
    rules: [
      'Lists page by cursor: take the next page by the "next" value or the Link header. At most 1,000 items at once.',
      'Send the ETag back in If-None-Match: when nothing has changed the server answers 304 without a body.',
      'How often you may call is told in the RateLimit headers. Beyond it the server answers 429 with Retry-After.',
      'Problems follow RFC 9457 (application/problem+json), with a "code" that does not change and a sentence for people.',
    ],
    document: 'The whole OpenAPI 3.1 document',
    contents: 'Operations',
    parameters: 'Parameters',
    name: 'Name',
    type: 'Type',
    meaning: 'Meaning',
    required: 'required',
    example: 'Try it',
  },
} as const

type Words = (typeof words)[keyof typeof words]

function Parameters({ parameters, said }: { parameters: ParameterView[]; said: Words }) {
  if (parameters.length === 0) return null
  return (
    <table>
      <caption>{said.parameters}</caption>
      <thead>
        <tr>
          <th scope="col">{said.name}</th>
          <th scope="col">{said.type}</th>
          <th scope="col">{said.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ name, type, description, isRequired, isInPath }) => (
          <tr key={name}>
            <th scope="row">
              <code>{isInPath ? `{${name}}` : name}</code>
            </th>
            <td>
              <code>{type}</code>
            </td>
            <td lang="en">{isRequired ? `${description} (${said.required})` : description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Operation({ operation, said }: { operation: OperationView; said: Words }) {
  const { anchor, path, summary, parameters, example } = operation
  return (
    <section id={anchor} aria-labelledby={`${anchor}-title`} className="stack">
      <h2 id={`${anchor}-title`}>
        <code>GET {path}</code>
      </h2>
      <p lang="en">{summary}</p>
      <Parameters parameters={parameters} said={said} />
      {example === null ? null : (
        <p>
          {said.example}:{' '}
          <a href={example}>
            <code>{example}</code>
          </a>
        </p>
      )}
    </section>
  )
}

/** The public API for people to read: what it answers, how to ask, and addresses to try. */
export function renderApiPage({ operations }: { operations: OperationView[] }, setting: PageSetting): string {
  const said = words[setting.locale]
  const content = (
    <div className="stack">
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      <ul>
        {said.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <p>
        <a href="/api/v1/openapi.json">{said.document}</a>
      </p>
      <nav aria-label={said.contents}>
        <ul>
          {operations.map(({ anchor, path }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>
                <code>{path}</code>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {operations.map((operation) => (
        <Operation key={operation.anchor} operation={operation} said={said} />
      ))}
    </div>
  )
  return renderPage({ title: said.title, description: said.description, content, canonical: apiAddress('vi') }, setting)
}
