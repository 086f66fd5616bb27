import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { checkpointAudit, verifyAudit } from './cli/audit.ts'
import { exportRegister } from './cli/export-register.ts'
import { fillDemonstration } from './cli/fill-demonstration.ts'
import { importList } from './cli/import-list.ts'
import { inviteAdministrator } from './cli/invite-administrator.ts'
import { openInstallation } from './cli/open-installation.ts'
import { reportDiagnosis } from './cli/report-diagnosis.ts'
import { type Mode, serve } from './cli/serve.ts'
import { readConfig } from './platform/config/config.ts'
import { attributionToProgram, withAttribution } from './platform/db/attribution.ts'
import { isRefusal } from './platform/errors/refuse.ts'
import { createLog } from './platform/log/log.ts'

const rootDirectory = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const settings = () => readConfig(process.env, rootDirectory)

const program = new Command('ocop')
  .description('Sổ đăng ký sản phẩm OCOP / the OCOP registry')
  .addHelpText(
    'after',
    '\nBiến môi trường / environment: PORT, HOST, PUBLIC_URL, DATABASE_URL, DATA_DIR, LOG_LEVEL, TRUST_PROXY, RATE_LIMIT_PER_MINUTE, METRICS_TOKEN, DATABASE_POOL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME',
  )

const modes: Record<Mode, string> = {
  web: 'chạy máy chủ web / serve pages and API',
  worker: 'chạy việc nền / run background jobs',
  all: 'chạy cả hai, như npm start / run both',
}
for (const mode of ['web', 'worker', 'all'] as const) {
  program
    .command(mode)
    .description(modes[mode])
    .action(() => serve(mode, settings()))
}

program
  .command('migrate')
  .description('đưa cơ sở dữ liệu và dữ liệu tham chiếu lên bản hiện hành / bring schema and reference data up to date')
  .action(async () => {
    const installation = await openInstallation(settings(), createLog('info', 'migrate'), true)
    await installation.close()
  })

program
  .command('import')
  .argument('<file>', '.xlsx hoặc .csv')
  .description('nhập danh sách sản phẩm: xem trước, rồi áp dụng với --apply / import a list: dry run, or apply')
  .option(
    '--province <code>',
    'mã tỉnh hiện hành, khi danh sách không ghi tỉnh / present province code where the list names none',
  )
  .option(
    '--former-province <code>',
    'mã tỉnh trước 01/07/2025 mà danh sách nói đến / code of the province of before 1/7/2025 that the list is about',
  )
  .option('--level <level>', 'mức nguồn A, B hoặc C / level of the source', 'B')
  .option('--apply', 'ghi vào sổ đăng ký / write to the register', false)
  .action((file: string, options: { province?: string; formerProvince?: string; level: string; apply: boolean }) =>
    importList(settings(), file, options),
  )

program
  .command('export')
  .argument('<what>', 'products | producers')
  .description('xuất ra .xlsx hoặc .csv / export to a spreadsheet')
  .requiredOption('--out <file>')
  .option('--province <code>')
  .action((what: string, options: { out: string; province?: string }) => exportRegister(settings(), what, options))

program
  .command('admin')
  .description('quản trị / administration')
  .command('invite')
  .description('in liên kết dùng một lần tạo quản trị viên cấp Bộ / print a one-time link for a ministry administrator')
  .action(() => inviteAdministrator(settings()))

const audit = program.command('audit').description('nhật ký thay đổi / the audit log')
audit
  .command('verify')
  .description('kiểm tra chuỗi nhật ký, nói chỗ đứt đầu tiên / walk the chain and say its first broken link')
  .option('--checkpoint <file>', 'các mốc đã công bố / checkpoints published elsewhere')
  .action((options: { checkpoint?: string }) => verifyAudit(settings(), options))
audit
  .command('checkpoint')
  .description('in đầu chuỗi để công bố nơi khác / print the head of the chain, to be published elsewhere')
  .option('--out <file>', 'ghi thêm vào tệp / append to a file')
  .action((options: { out?: string }) => checkpointAudit(settings(), options))

program
  .command('demo')
  .description('điền dữ liệu minh hoạ / fill the register with demonstration data')
  .option('--products <number>', 'số sản phẩm / how many products', '17000')
  .action((options: { products: string }) => fillDemonstration(settings(), Number(options.products)))

program
  .command('doctor')
  .description('nói rõ bản cài đặt này có gì sai / say what is wrong with this installation')
  .action(() => reportDiagnosis(settings()))

function sentenceOf(error: unknown): string {
  if (isRefusal(error)) return `${error.refusal.vi}\n${error.refusal.en}`
  return error instanceof Error ? error.message : String(error)
}

const asCommand = attributionToProgram('command-line', `ocop ${process.argv[2] ?? ''}`)
withAttribution(asCommand, () => program.parseAsync()).catch((error: unknown) => {
  console.error(`\n${sentenceOf(error)}`)
  if (error instanceof Error && error.cause instanceof Error) console.error(`  ${error.cause.message}`)
  process.exitCode = 1
})
