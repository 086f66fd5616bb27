import type { Chance } from './random.ts'

/** What a story speaks of. All of it is made up or a place's name. */
export interface StorySubject {
  product: string
  producer: string
  place: string
  province: string
  material: string
  craft: readonly string[]
  taste: readonly string[]
  since: number
}

const landscapes = [
  'Buổi sớm ở {place}, sương còn đọng trên lá thì trong xóm đã nghe tiếng người gọi nhau ra đồng.',
  'Đường về {place} men theo một con nước, mùa nào cũng thấy người làm việc hai bên bờ.',
  'Ở {place}, nhà nào cũng giữ một góc sân để phơi, để chọn và để kể chuyện mùa vụ.',
  '{place} không rộng, nhưng đất ở đây hợp với những gì cần nắng vừa và gió đều.',
  'Người từ nơi khác đến {place} thường nhớ trước hết là mùi của mùa thu hoạch.',
  'Trên bản đồ {province}, {place} chỉ là một chấm nhỏ; với người làm nghề, đó là nơi mọi thứ bắt đầu.',
  'Có một phiên chợ ở {place} họp từ lúc trời chưa sáng, và câu chuyện này bắt đầu ở đó.',
  'Đất {place} qua nhiều lần đổi dòng, đổi tên, nhưng nghề thì vẫn ở lại.',
  'Những năm mưa thuận, cả {place} vàng một màu; những năm khó, người ta dựa vào nghề mà qua.',
  'Mùa gió đổi hướng cũng là lúc {place} bận rộn nhất trong năm.',
  'Bà con {place} hay nói đùa rằng muốn biết thời tiết thì cứ nhìn sân phơi.',
  'Ở {province}, ít nơi giữ được nhịp làm việc thong thả như {place}.',
]
const memories = [
  'Ngày trước, {material} chỉ đủ dùng trong nhà và biếu họ hàng dịp lễ.',
  'Người lớn tuổi còn nhớ những gánh hàng đi bộ nửa ngày mới tới chợ huyện.',
  'Cách làm được truyền miệng: không cân, không đồng hồ, chỉ có mắt nhìn và tay thử.',
  'Có lúc nghề tưởng mất, vì làm nhiều mà bán chẳng được bao nhiêu.',
  'Từ {material}, mỗi nhà một bí quyết, chẳng nhà nào giống hẳn nhà nào.',
  'Bí quyết ngày xưa chỉ gói trong một câu: đừng vội.',
  'Bọn trẻ lớn lên cùng mùi khói bếp và tiếng sàng sảy lúc chiều muộn.',
  'Đã có thời thương lái mua xô, hàng tốt hàng thường đều một giá.',
  'Khách quen vẫn gọi tên món quà quê này bằng tên của làng.',
]
const beginnings = [
  'Năm {since}, {producer} bắt đầu với vài người cùng ý và một gian nhà cũ.',
  '{producer} ra đời năm {since}, khi mấy nhà quyết định làm chung một cách và chịu chung một tên.',
  'Từ năm {since}, {producer} gom những hộ làm cẩn thận lại, thống nhất từ giống đến bao bì.',
  'Mẻ hàng đầu tiên của {producer} năm {since} chỉ có mấy chục gói, bán hết trong một buổi chợ.',
  'Năm {since}, {producer} viết ra giấy quy trình mà trước đó ai cũng chỉ nhớ trong đầu.',
  'Khởi đầu của {producer} vào năm {since} là một lần hỏng cả mẻ, và cuốn sổ ghi chép từ hôm đó.',
  'Không có nhiều vốn, năm {since} {producer} chọn đi chậm: làm ít, nhưng mẻ nào cũng như mẻ nào.',
  '{producer} chọn năm {since} để bắt đầu lại nghề cũ theo cách mới.',
]
const making = [
  'Để có {product}, công việc đầu tiên là {craft}.',
  'Phần khó nhất, theo những người làm lâu năm, là {craft}.',
  'Mỗi mẻ đều đi qua những bước không bỏ được: {craft}.',
  'Cách làm không giấu ai: {craft}.',
  'Người mới vào nghề phải học vài tháng mới được giao việc này: {craft}.',
  'Giữa bao nhiêu máy móc, có một việc vẫn làm như xưa: {craft}.',
  'Nếu chỉ được kể một công đoạn, mọi người sẽ kể chuyện {craft}.',
]
const care = [
  'Sau đó là {craft}; chậm, nhưng không thể khác.',
  'Tiếp theo, tổ sản xuất {craft}, rồi mới tính đến đóng gói.',
  'Cũng chính vì {craft} mà mỗi ngày chỉ làm được chừng ấy.',
  'Cuối mỗi mẻ, một người không tham gia làm sẽ nếm hoặc xem lại và ký vào sổ.',
  'Sổ nhật ký ghi đủ ngày, người làm và lô nguyên liệu, ai muốn xem cũng được.',
  'Mẫu của từng lô được giữ lại cho đến khi hết hạn dùng.',
  'Nước, củi, bao bì đều được tính lại để bớt bỏ phí.',
]
const result = [
  'Thành phẩm {taste}, hợp với bữa cơm nhà lẫn gói quà gửi xa.',
  'Khách thường khen {product} {taste}.',
  'Điều dễ nhận ra ở {product} là {taste}.',
  'Làm đúng thì {taste}; làm vội thì biết ngay.',
  'Có người mua lần đầu vì tên {place}, mua lần sau vì {taste}.',
]
const present = [
  'Hôm nay {producer} bán hàng ở chợ phiên, cửa hàng quà quê và trên mạng.',
  'Tem trên bao bì cho biết lô hàng làm ngày nào, từ vùng nguyên liệu nào.',
  'Phần lớn người làm là phụ nữ trong vùng, sáng đưa con đi học rồi mới đến xưởng.',
  'Các hộ liên kết được báo giá từ đầu vụ, nên yên tâm chăm theo quy trình.',
  'Khi tham gia Chương trình OCOP, {producer} sửa lại nhãn, thêm tiếng Anh và mã truy xuất.',
  'Vùng nguyên liệu được chia thành từng thửa nhỏ có biển ghi tên người phụ trách.',
  'Khách ghé thăm được xem tận nơi, có khi còn được thử tay làm một công đoạn.',
  'Phụ phẩm được ủ làm phân, trả lại cho đất.',
]
const wishes = [
  'Mong muốn của {producer} rất giản dị: người trẻ {place} có lý do để ở lại với nghề.',
  'Kế hoạch sắp tới là thêm một gói nhỏ hơn cho người đi xa, và một lớp dạy nghề vào mùa hè.',
  'Với {producer}, hạng sao là lời hẹn phải giữ mỗi ngày chứ không phải tấm bằng để treo.',
  'Nếu có dịp qua {province}, xin mời ghé {place} vào mùa làm hàng.',
  'Mỗi gói {product} gửi đi là một lời chào từ {place}.',
  'Điều {producer} tự hào nhất là khách cũ vẫn quay lại.',
  'Còn nhiều việc phải làm, nhưng đường đi thì đã rõ.',
  'Và mỗi mùa, câu chuyện lại được viết thêm vài dòng.',
]

function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

type Speak = (pool: readonly string[]) => string

/** Fills a sentence of each pool; a craft or a taste is not told twice. */
function speaker(chance: Chance, subject: StorySubject): Speak {
  const crafts = [...subject.craft]
  const tastes = [...subject.taste]
  const take = (left: string[], all: readonly string[]) => {
    const chosen = chance.pick(left.length > 0 ? left : all)
    if (left.length > 0) left.splice(left.indexOf(chosen), 1)
    return chosen
  }
  return (pool) => {
    const usable = crafts.length > 0 ? pool : pool.filter((sentence) => !sentence.includes('{craft}'))
    const sentence = chance
      .pick(usable.length > 0 ? usable : pool)
      .replaceAll('{place}', subject.place)
      .replaceAll('{province}', subject.province)
      .replaceAll('{product}', subject.product)
      .replaceAll('{producer}', subject.producer)
      .replaceAll('{material}', subject.material)
      .replaceAll('{since}', String(subject.since))
    return capitalise(
      sentence
        .replace('{craft}', () => take(crafts, subject.craft))
        .replace('{taste}', () => take(tastes, subject.taste)),
    )
  }
}

/** A product's story of two to four paragraphs, put together from many parts so that neighbours do not read alike. */
export function tellStory(chance: Chance, subject: StorySubject): string {
  const say = speaker(chance, subject)
  const paragraphs = [
    [say(landscapes), say(chance.happens(0.5) ? memories : beginnings)],
    [say(making), say(care), ...(chance.happens(0.6) ? [say(result)] : [])],
  ]
  if (chance.happens(0.65)) paragraphs.push([say(present), ...(chance.happens(0.6) ? [say(wishes)] : [])])
  if (chance.happens(0.35)) paragraphs.splice(1, 0, [say(chance.happens(0.5) ? beginnings : memories)])
  return paragraphs.map((sentences) => sentences.join(' ')).join('\n\n')
}

const descriptions = [
  '{product} của {producer}, làm từ {material}; {taste}.',
  '{taste}: đó là {product} từ {place}, {province}, làm từ {material}.',
  '{product} được làm theo lối của {place}: {craft}. {taste}.',
  'Từ {material}, {producer} làm nên {product}, {taste}.',
  'Một sản phẩm của {place}, {province}. Cách làm: {craft}.',
]

/** One or two sentences that stand above the story. */
export function describe(chance: Chance, subject: StorySubject): string {
  return speaker(
    chance,
    subject,
  )(descriptions).replace(/\. (\p{Ll})/gu, (_, letter: string) => `. ${letter.toUpperCase()}`)
}
