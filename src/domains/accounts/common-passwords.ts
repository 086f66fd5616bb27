import { fold } from '../../platform/text/fold.ts'

/** Words on which people build passwords everywhere, and in Vietnam: a list of our own, folded, without digits at the ends. */
const commonWords = new Set(
  `
  password passwort passw pass passwd passcode mypassword thepassword newpassword oldpassword yourpassword passwordpassword secret mysecret
  topsecret letmein letmeinnow letmeinplease welcome welcomehome welcomeback admin administrator adminadmin superadmin sysadmin root toor
  superuser user username users guest test tester testing testtest demo default changeme changemenow changeit login signin logmein master
  masterkey access accessgranted computer internet windows microsoft google facebook youtube iphone samsung android oracle server database
  qwerty qwertyuiop qwertyui qwertyqwerty qwert asdf asdfgh asdfghjkl asdfasdf zxcv zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc azerty
  abc abcd abcde abcdef abcdefg abcdefgh abcdefghi abcdefghijk abcdefghijkl abcabc aaa iloveyou iloveyouso ilovemyself iloveme loveyou
  lovelove loveme forever foreverlove sunshine princess prince dragon monkey football baseball basketball superman batman spiderman
  pokemon naruto doraemon starwars michael jordan michelle jennifer jessica charlie daniel thomas ashley nicole andrew joshua hunter
  shadow summer winter spring autumn flower freedom whatever nothing trustno trustnoone hello hellohello helloworld hithere goodmorning
  goodluck lucky happy happyday happynewyear birthday money dollar million business company office manager security secure family
  mother father mylove mybaby baby babygirl angel heaven jesus jesuschrist god blessed liverpool chelsea arsenal barcelona realmadrid
  manchester manchesterunited juventus ronaldo messi mercedes ferrari porsche toyota honda yamaha
  matkhau matkhaucuatoi matkhaumoi matkhaucu matkhaumatkhau matkhaubimat matkhaumacdinh doimatkhau quenmatkhau khongcomatkhau bimat
  khongbiet khongnho khongco khongcogi dangnhap dangky taikhoan nguoidung quantri quantrivien hethong hethongocop maychu maytinh
  dienthoai mangmaytinh anhyeuem emyeuanh anhnhoem emnhoanh yeuem yeuanh toiyeuem toiyeuban yeuemmaimai yeuanhmaimai yeuemnhieulam
  yeunhau mainholem mailaban mainhoem maimai maimaimottinhyeu tinhyeu tinhyeucuatoi tinhban nguoiyeu vochong voyeu chongyeu conyeu
  giadinh giadinhtoi giadinhhanhphuc giadinhlaso bome meoi bochao conchao ongba anhem chiem banbe hanhphuc maymantoi mayman
  thanhcong thanhdat phattai phatloc phattailoc tailoc tinhtien tientien tiennhieu nhieutien dongtien giauco giaucohon
  xinchao xinchaovietnam chaoban chaomung chaomungban chucmung chucmungnammoi camon camonban camonnhieu tambiet hengaplai
  vietnam vietnamvodich toiyeuvietnam yeuvietnam vietnamoi tuhaovietnam vietnamquehuongtoi nuocvietnam conghoa xahoichunghia doclaptudo
  doclaptudohanhphuc bacho hochiminh bachokinhyeu chutichhochiminh dangcongsan dangquangvinh quehuong quehuongtoi datnuoc toquoc
  hanoi hanoioi thudohanoi saigon saigonoi tphochiminh thanhphohochiminh danang danangoi haiphong cantho hue nhatrang dalat lamdong
  dongnai dongthap angiang camau caobang backan bacgiang bacninh bentre binhdinh binhduong binhphuoc binhthuan daklak daknong dienbien
  gialai hagiang hanam hatinh haiduong hoabinh hungyen khanhhoa kiengiang kontum laichau langson laocai longan namdinh nghean ninhbinh
  ninhthuan phutho phuyen quangbinh quangnam quangngai quangninh quangtri soctrang sonla tayninh thaibinh thainguyen thanhhoa tiengiang
  travinh tuyenquang vinhlong vinhphuc yenbai nongthonmoi xaydungnongthonmoi nongnghiep nongnghiepvamoitruong bonongnghiep sonongnghiep
  sonnptnt sonongnghiepvamoitruong ocop ocopvietnam sanphamocop chuongtrinhocop ocopocop canboocop moixamotsanpham motxamotsanpham
  hoptacxa htx uybannhandan ubnd ubndtinh ubndxa canbo congchuc chuyenvien lanhdao vanphong truongphong
  nguyenvan nguyenvana nguyenthi nguyenthia tranvan tranthi levan lethi phamvan phamthi hoangvan vuvan nguyen nguyennguyen
  conmeo conmeocon concho conga conlon convit conbo contrau conrong rongvang hoahong hoasen hoadao hoamai hoahuongduong matroi
  mattroi matrang bautroi bienxanh nuibien songnuoc muahe muadong muaxuan muathu trasua caphe caphesua caphesuada phobo bunbo buncha
  comtam banhmi trada nuocmam rauma bongda bongdavietnam vleague hoanggia hoanganh minhanh thuytrang baochau giabao
  hoctap hocsinh sinhvien giaovien truonghoc daihoc thaygiao cogiao lophoc abcxyz khongthenhonoi chotoivao chovao mocua mocuara vungoimora
  vungmo vungoi
  `
    .trim()
    .split(/\s+/),
)

/** Rows of keys and of the alphabet along which fingers walk. */
const walks = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
  '01234567890123456789',
  '1234567890-=qwertyuiop[]asdfghjkl;zxcvbnm,./',
  '!@#$%^&*()_+',
]

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '5': 's',
  $: 's',
  '7': 't',
}

function withoutEnds(text: string): string {
  return text.replace(/^[^a-z]+|[^a-z]+$/g, '')
}

function plain(text: string): string {
  return [...text]
    .map((character) => lookAlikes[character] ?? character)
    .join('')
    .replace(/[^a-z]/g, '')
}

function isWord(text: string): boolean {
  return commonWords.has(text) || isTwoWords(text)
}

/** "matkhauadmin": two common words in a row are no better than one. */
function isTwoWords(text: string): boolean {
  for (let cut = 3; cut <= text.length - 3; cut++) {
    if (commonWords.has(text.slice(0, cut)) && commonWords.has(text.slice(cut))) return true
  }
  return false
}

function isRepetition(text: string): boolean {
  return /^(.{1,6}?)\1+.{0,5}$/u.test(text) && new Set(text).size <= 8
}

function isWalk(text: string): boolean {
  const ways = walks.flatMap((walk) => [walk.repeat(2), [...walk].reverse().join('').repeat(2)])
  return ways.some((way) => way.includes(text) || (text.length >= 12 && way.includes(text.slice(0, 10))))
}

/** Tells whether a password is one of the first that anybody would try: a listed word dressed up with digits, signs or look-alikes, a repetition, a walk over the keys, or digits only. */
export function isCommonPassword(password: string): boolean {
  const text = fold(password).replaceAll(/\s/g, '')
  if (/^\d+$/.test(text)) return true
  if (isRepetition(text) || isWalk(text)) return true
  return [text.replace(/[^a-z]/g, ''), plain(withoutEnds(text)), plain(text)].some(
    (form) => form !== '' && isWord(form),
  )
}
