import { defineRefusals } from '../errors/refuse.ts'

/** Why a file is not read as a spreadsheet; always thrown before anything of it is stored or shown. */
export const refuse = defineRefusals({
  'empty-file': {
    kind: 'invalid',
    vi: 'Tệp trống, không có nội dung nào để đọc. Vui lòng chọn lại tệp danh sách.',
    en: 'The file is empty. Please choose the list again.',
  },
  'file-too-large': {
    kind: 'too-large',
    vi: 'Tệp lớn hơn {limitMegabytes} MB. Vui lòng bỏ hình ảnh trong tệp hoặc chia thành nhiều tệp nhỏ hơn.',
    en: 'The file is larger than {limitMegabytes} MB. Please remove pictures from it or split it.',
  },
  'not-a-spreadsheet': {
    kind: 'unsupported',
    vi: 'Nội dung tệp không phải là bảng tính ({found}). Vui lòng gửi tệp .xlsx hoặc .csv.',
    en: 'The content of the file is not a spreadsheet ({found}). Please send an .xlsx or .csv file.',
  },
  'old-excel-file': {
    kind: 'unsupported',
    vi: 'Đây là tệp Excel kiểu cũ (.xls). Vui lòng mở bằng Excel, chọn "Lưu thành" và lưu lại thành .xlsx rồi gửi lại.',
    en: 'This is an old binary Excel file (.xls). Please open it, choose "Save as" .xlsx and send it again.',
  },
  'other-workbook-format': {
    kind: 'unsupported',
    vi: 'Đây là bảng tính dạng {found}. Vui lòng lưu lại thành .xlsx rồi gửi lại.',
    en: 'This is a spreadsheet of the kind {found}. Please save it as .xlsx and send it again.',
  },
  'file-encrypted': {
    kind: 'unsupported',
    vi: 'Tệp được đặt mật khẩu nên không đọc được. Vui lòng gỡ mật khẩu trong Excel, lưu lại rồi gửi lại.',
    en: 'The file is protected by a password. Please remove the password, save it and send it again.',
  },
  'macros-inside': {
    kind: 'unsupported',
    vi: 'Tệp có chứa macro nên không được nhận. Vui lòng lưu lại thành "Excel Workbook (.xlsx)" không có macro rồi gửi lại.',
    en: 'The file contains macros and is refused. Please save it as an .xlsx workbook without macros.',
  },
  'external-links-inside': {
    kind: 'unsupported',
    vi: 'Tệp có công thức lấy số liệu từ tệp khác. Vui lòng vào Dữ liệu > Sửa liên kết > Ngắt liên kết, lưu lại rồi gửi lại.',
    en: 'The file takes values from other files. Please break its links (Data > Edit Links), save it and send it again.',
  },
  'zip-bomb': {
    kind: 'unsupported',
    vi: 'Tệp nén bất thường: khi giải nén sẽ phình ra quá lớn hoặc ghi sai kích thước, nên không được mở.',
    en: 'The file would unpack to far more than it says or than is allowed, so it was not opened.',
  },
  'unsafe-file': {
    kind: 'unsupported',
    vi: 'Cấu trúc bên trong tệp không an toàn ({found}) nên không được mở. Vui lòng lưu lại tệp bằng Excel hoặc LibreOffice.',
    en: 'The inside of the file is not safe ({found}), so it was not opened. Please save it anew with Excel or LibreOffice.',
  },
  'broken-file': {
    kind: 'unsupported',
    vi: 'Tệp bị hỏng hoặc tải lên chưa trọn vẹn ({found}). Vui lòng mở thử trên máy, lưu lại rồi gửi lại.',
    en: 'The file is damaged or incomplete ({found}). Please open it, save it and send it again.',
  },
  'broken-csv': {
    kind: 'unsupported',
    vi: 'Tệp CSV sai cấu trúc ở gần dòng {line}: có dấu ngoặc kép mở mà không đóng. Vui lòng sửa hoặc gửi tệp .xlsx.',
    en: 'The CSV file is malformed near line {line}: a quote is opened and not closed. Please mend it or send .xlsx.',
  },
  'too-many-rows': {
    kind: 'too-large',
    vi: 'Trang tính "{sheet}" có hơn {limit} dòng. Vui lòng chia thành nhiều tệp nhỏ hơn.',
    en: 'The sheet "{sheet}" has more than {limit} rows. Please split it.',
  },
  'too-many-columns': {
    kind: 'too-large',
    vi: 'Trang tính "{sheet}" có hơn {limit} cột (dòng {row}). Vui lòng xóa các cột thừa.',
    en: 'The sheet "{sheet}" has more than {limit} columns (row {row}). Please delete the columns that are not needed.',
  },
  'cell-too-long': {
    kind: 'too-large',
    vi: 'Một ô ở dòng {row} dài hơn {limit} ký tự. Vui lòng rút gọn nội dung ô đó.',
    en: 'A cell in row {row} is longer than {limit} characters. Please shorten it.',
  },
  'no-such-sheet': {
    kind: 'missing',
    vi: 'Tệp không có trang tính thứ {number}.',
    en: 'The file has no sheet number {number}.',
  },
})
