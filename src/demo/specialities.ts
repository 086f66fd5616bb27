/** What a place is known for: present province code → kind key → names as they are usually called. Names of places and crops only. */
const lines: Record<string, string> = {
  '01': 'rice:Gạo nếp cái hoa vàng Đại Thắng|cake:Bánh cốm Hàng Than|cake:Bánh chưng Tranh Khúc|textile:Lụa Vạn Phúc|pottery:Gốm Bát Tràng|weaving:Mây tre đan Phú Vinh|weaving:Nón lá Chuông|fruit:Bưởi Diễn|meat:Gà Mía Sơn Tây|noodle:Miến làng So|dried-fruit:Ô mai Hàng Đường|herbal-tea:Trà sen Quảng An|pottery:Sơn mài Hạ Thái|dried-meat:Giò chả Ước Lễ',
  '04': 'grain:Hạt dẻ Trùng Khánh|dried-meat:Lạp sườn Cao Bằng|cake:Bánh khảo Thông Huề|noodle:Miến dong Phja Đén|tea:Chè Kolia|rice:Gạo nếp ong Trà Lĩnh|textile:Thổ cẩm Luống Nọi',
  '08': 'tea:Chè Shan tuyết Hoàng Su Phì|tea:Chè Shan tuyết Lũng Phìn|honey:Mật ong bạc hà Mèo Vạc|fruit:Cam sành Hàm Yên|rice:Gạo Già Dui|dried-meat:Thịt trâu gác bếp Na Hang|textile:Vải lanh Lùng Tám|grain:Đậu xanh Đồng Văn|fruit:Bưởi Soi Hà|tourism:Làng du lịch Lô Lô Chải',
  '11': 'rice:Gạo Điện Biên|coffee:Cà phê Mường Ảng|tea:Chè Shan tuyết Tủa Chùa|dried-meat:Thịt trâu sấy Mường Phăng|fruit:Dứa Mường Chà|textile:Thổ cẩm Na Sang',
  '12': 'rice:Gạo Tẻ râu Phong Thổ|rice:Gạo Séng cù Than Uyên|tea:Chè Tam Đường|noodle:Miến dong Bình Lư|medicine:Sâm Lai Châu|tourism:Bản Sin Suối Hồ',
  '14': 'tea:Chè Shan tuyết Mộc Châu|fruit:Mận hậu Mộc Châu|fruit:Nhãn Sông Mã|fruit:Xoài Yên Châu|coffee:Cà phê Sơn La|dried-fruit:Mận sấy Mộc Châu|wine:Rượu mận Mộc Châu|egg:Sữa tươi Mộc Châu|dried-meat:Thịt trâu gác bếp Mai Sơn|wine:Rượu táo mèo Bắc Yên',
  '15': 'tea:Chè Shan tuyết Suối Giàng|rice:Gạo Séng cù Mường Vi|rice:Nếp Tú Lệ|essential-oil:Tinh dầu quế Văn Yên|spice:Quế Văn Yên|fruit:Mận Tam hoa Bắc Hà|white-spirit:Rượu ngô Bản Phố|wine:Rượu táo mèo Mù Cang Chải|fruit:Bưởi Đại Minh|textile:Thổ cẩm Tả Phìn|dried-meat:Lợn sấy Mường Khương',
  '19': 'tea:Chè Tân Cương|tea:Chè La Bằng|tea:Chè Trại Cài|tea:Trà đinh Khe Cốc|noodle:Miến dong Na Rì|rice:Gạo nếp vải Phú Lương|rice:Gạo Bao thai Định Hoá|fruit:Na La Hiên|pickle:Tinh bột nghệ Bắc Kạn|fruit:Hồng không hạt Bắc Kạn|noodle:Miến dong Hoá Thượng',
  '20': 'fruit:Na Chi Lăng|spice:Hoa hồi Lạng Sơn|fruit:Hồng Bảo Lâm|white-spirit:Rượu Mẫu Sơn|cake:Bánh ngải Tràng Định|mushroom:Thạch đen Tràng Định|dried-meat:Vịt quay Thất Khê',
  '22': 'dried-fish:Chả mực Hạ Long|herbal-tea:Trà hoa vàng Ba Chẽ|wine:Rượu ba kích Ba Chẽ|noodle:Miến dong Bình Liêu|seafood:Hàu Vân Đồn|dried-fish:Ruốc hàu Vân Đồn|fish-sauce:Nước mắm Cái Rồng|fruit:Na dai Đông Triều|meat:Gà Tiên Yên|dried-fish:Sá sùng khô Quan Lạn|tea:Chè Đường Hoa',
  '24': 'fruit:Vải thiều Lục Ngạn|noodle:Mì Chũ|meat:Gà đồi Yên Thế|cake:Bánh phu thê Đình Bảng|dried-fruit:Vải sấy Lục Ngạn|white-spirit:Rượu làng Vân|noodle:Bánh đa Kế|pottery:Tranh dân gian Đông Hồ|pottery:Gốm Phù Lãng|fruit:Cam Lục Ngạn|pottery:Đồ đồng Đại Bái|rice:Nếp cái hoa vàng Hiệp Hoà',
  '25': 'fruit:Bưởi Đoan Hùng|dried-meat:Thịt chua Thanh Sơn|tea:Chè Long Cốc|fruit:Cam Cao Phong|fruit:Hồng Gia Thanh|noodle:Mì gạo Hùng Lô|sauce:Tương Dục Mỹ|vegetable:Su su Tam Đảo|fruit:Thanh long ruột đỏ Lập Thạch|seafood:Cá sông Đà|pottery:Gốm Hương Canh|tourism:Bản Lác',
  '31': 'fruit:Vải thiều Thanh Hà|cake:Bánh đậu xanh Hải Dương|cake:Bánh gai Ninh Giang|fish-sauce:Nước mắm Cát Hải|honey:Mật ong hoa sú vẹt Cát Bà|noodle:Bánh đa cua Hải Phòng|dried-fish:Chả rươi Tứ Kỳ|seafood:Rươi Tứ Kỳ|spice:Hành tỏi Kinh Môn|vegetable:Cà rốt Đức Chính|pottery:Gốm Chu Đậu',
  '33': 'fruit:Nhãn lồng Hưng Yên|honey:Mật ong hoa nhãn Hưng Yên|meat:Gà Đông Tảo|sauce:Tương Bần|cake:Bánh cáy làng Nguyễn|dried-fruit:Long nhãn Hưng Yên|fish-sauce:Nước mắm Diêm Điền|pickle:Tinh bột nghệ Chí Tân|weaving:Chiếu Hới|pottery:Bạc Đồng Xâm|herbal-tea:Trà hạt sen Phố Hiến|textile:Đũi Nam Cao',
  '37': 'dried-fish:Cá kho Vũ Đại|meat:Dê núi Ninh Bình|snack:Cơm cháy Ninh Bình|rice:Gạo tám xoan Hải Hậu|noodle:Phở khô Nam Định|fish-sauce:Nước mắm Sa Châu|textile:Thêu Văn Lâm|weaving:Cói Kim Sơn|white-spirit:Rượu Kim Sơn|dried-meat:Nem nắm Giao Thuỷ|plant:Cây cảnh Vị Khê|fruit:Dứa Đồng Giao|tourism:Du lịch sinh thái Vân Long|textile:Lụa Nha Xá|pottery:Trống Đọi Tam',
  '38': 'dried-meat:Nem chua Thanh Hoá|fish-sauce:Nước mắm Ba Làng|cake:Bánh gai Tứ Trụ|cake:Chè lam Phủ Quảng|weaving:Chiếu cói Nga Sơn|fish-sauce:Mắm tôm Hậu Lộc|fruit:Bưởi Luận Văn|spice:Quế Thường Xuân|meat:Vịt Cổ Lũng|pottery:Đồng Trà Đông',
  '40': 'fruit:Cam Vinh|sauce:Tương Nam Đàn|dried-meat:Giò me Nam Nghĩa|fish-sauce:Nước mắm Vạn Phần|pickle:Nhút Thanh Chương|spice:Gừng Kỳ Sơn|cake:Kẹo lạc Đô Lương|noodle:Bánh đa Đô Lương|textile:Thổ cẩm Hoa Tiến|tea:Chè Thanh Chương',
  '42': 'cake:Kẹo cu đơ Cầu Phủ|fruit:Bưởi Phúc Trạch|medicine:Nhung hươu Hương Sơn|fruit:Cam Khe Mây|fish-sauce:Nước mắm Kỳ Ninh|dried-fish:Mực khô Cẩm Nhượng|honey:Mật ong Vũ Quang|fruit:Cam bù Hương Sơn',
  '44': 'coffee:Cà phê Khe Sanh|spice:Tiêu Vĩnh Linh|fish-sauce:Nước mắm Cửa Việt|dried-fruit:Khoai deo Hải Ninh|medicine:Cao lá vằng La Vang|sauce:Dầu lạc Cam Lộ|meat:Gà đồi Tuyên Hoá|dried-fish:Mực khô Bảo Ninh|rice:Gạo nếp than Vân Kiều',
  '46': 'cake:Mè xửng Huế|dried-fish:Tôm chua Huế|dried-meat:Nem chả Huế|weaving:Nón lá Phú Cam|essential-oil:Tinh dầu tràm Lộc Thuỷ|fruit:Thanh trà Thuỷ Biều|grain:Hạt sen Huế|fish-sauce:Mắm ruốc Huế|pottery:Đồ đồng Phường Đúc|white-spirit:Rượu làng Chuồn|textile:Dèng A Lưới',
  '48': 'medicine:Sâm Ngọc Linh|spice:Tiêu Tiên Phước|fish-sauce:Nước mắm Nam Ô|cake:Bánh khô mè Cẩm Lệ|noodle:Mì Quảng Phú Chiêm|spice:Quế Trà My|weaving:Đèn lồng Hội An|textile:Lụa Mã Châu|weaving:Chiếu Bàn Thạch|fruit:Măng cụt Tiên Phước|pottery:Gốm Thanh Hà|dried-fish:Mực một nắng Tam Thanh|bird-nest:Yến sào Cù Lao Chàm',
  '51': 'spice:Tỏi Lý Sơn|spice:Hành tím Lý Sơn|spice:Quế Trà Bồng|medicine:Sâm Ngọc Linh Kon Tum|coffee:Cà phê Đăk Hà|cake:Kẹo gương Thu Xà|cake:Đường phổi Quảng Ngãi|fish-sauce:Nước mắm Đức Lợi|textile:Thổ cẩm Làng Teng|wine:Rượu sim Măng Đen|medicine:Sâm dây Kon Plông|dried-fish:Cá bống sông Trà',
  '52': 'coffee:Cà phê Chư Sê|spice:Tiêu Chư Sê|dried-meat:Nem chợ Huyện|dried-meat:Bò một nắng Krông Pa|white-spirit:Rượu Bàu Đá|noodle:Bún song thằn An Thái|honey:Mật ong Chư Prông|coffee:Cà phê Đak Đoa|fish-sauce:Nước mắm Tam Quan|weaving:Nón ngựa Phú Gia|plant:Mai vàng An Nhơn|dried-meat:Chả tré Bình Định',
  '56': 'bird-nest:Yến sào Khánh Hoà|spice:Tỏi Ninh Hiển|fruit:Nho Ninh Thuận|wine:Rượu vang nho Ninh Thuận|fruit:Xoài Cam Lâm|dried-meat:Nem Ninh Hoà|fish-sauce:Nước mắm Cà Ná|mushroom:Rong nho Ninh Hải|fruit:Sầu riêng Khánh Sơn|dried-fruit:Táo sấy Ninh Phước|textile:Thổ cẩm Mỹ Nghiệp|pottery:Gốm Bàu Trúc|meat:Dê cừu Ninh Thuận',
  '66': 'coffee:Cà phê Buôn Ma Thuột|coffee:Cà phê Cư M’gar|spice:Tiêu Cư Kuin|fruit:Sầu riêng Krông Pắc|fruit:Bơ Cư M’gar|honey:Mật ong Ea H’leo|dried-fish:Cá ngừ Tuy Hoà|fish-sauce:Nước mắm Mỹ Quang|dried-meat:Bò một nắng hai sương Sông Hinh|grain:Mắc ca Krông Năng|coffee:Ca cao M’Đrắk|noodle:Bánh tráng Hoà Đa',
  '68': 'coffee:Cà phê Cầu Đất|coffee:Cà phê Di Linh|tea:Trà Ô long Bảo Lộc|dried-fruit:Hồng treo gió Đà Lạt|herbal-tea:Trà atiso Đà Lạt|fruit:Thanh long Hàm Thuận|fish-sauce:Nước mắm Phan Thiết|fruit:Dâu tây Đà Lạt|textile:Lụa Bảo Lộc|grain:Mắc ca Tuy Đức|spice:Tiêu Đắk Song|coffee:Cà phê Đức Lập|flower:Hoa lan Đà Lạt|dried-fish:Dông cát Bắc Bình|fruit:Sầu riêng Đạ Huoai|cake:Bánh rế Phan Thiết',
  '75': 'grain:Hạt điều Bù Đăng|fruit:Bưởi Tân Triều|fruit:Chôm chôm Long Khánh|coffee:Ca cao Định Quán|spice:Tiêu Lộc Ninh|fruit:Sầu riêng Cẩm Mỹ|snack:Hạt điều rang muối Bù Gia Mập|mushroom:Nấm mối đen Long Thành|fruit:Mít Bàu Hàm',
  '79': 'bird-nest:Yến sào Cần Giờ|fruit:Xoài cát Cần Giờ|dried-fish:Khô cá dứa Cần Giờ|spice:Tiêu Bàu Chinh|fruit:Nhãn xuồng cơm vàng|noodle:Bánh tráng Phú Hoà Đông|pottery:Sơn mài Tương Bình Hiệp|pottery:Gốm Lái Thiêu|fruit:Bưởi Bạch Đằng|fish-sauce:Nước mắm Hòn Cau|spice:Muối Bà Rịa|pet:Cá Koi Củ Chi|coffee:Ca cao Châu Đức',
  '80': 'spice:Muối tôm Tây Ninh|noodle:Bánh tráng phơi sương Trảng Bàng|fruit:Mãng cầu Bà Đen|rice:Gạo nàng thơm Chợ Đào|white-spirit:Rượu đế Gò Đen|fruit:Thanh long Châu Thành|fruit:Chanh không hạt Bến Lức|dried-meat:Lạp xưởng Cần Giuộc|fruit:Khóm Bến Lức',
  '82': 'fruit:Xoài Cao Lãnh|dried-meat:Nem Lai Vung|fruit:Quýt hồng Lai Vung|fruit:Vú sữa Lò Rèn|fruit:Sầu riêng Ngũ Hiệp|noodle:Hủ tiếu Mỹ Tho|snack:Hạt sen sấy Tháp Mười|noodle:Bột gạo Sa Đéc|flower:Hoa kiểng Sa Đéc|fish-sauce:Mắm tôm chà Gò Công|textile:Khăn rằn Long Khánh|fruit:Nhãn Châu Thành|fruit:Thanh long Chợ Gạo|cake:Bánh phồng tôm Sa Đéc',
  '86': 'cake:Kẹo dừa Bến Tre|cake:Bánh tét Trà Cuôn|fruit:Bưởi Năm Roi|fruit:Dừa sáp Cầu Kè|honey:Mật hoa dừa Trà Vinh|noodle:Bánh tráng Mỹ Lồng|cake:Bánh phồng Sơn Đốc|fruit:Chôm chôm Chợ Lách|vegetable:Khoai lang Bình Tân|weaving:Thảm cói Vũng Liêm|sauce:Dầu dừa Bến Tre|dried-fish:Tôm khô Vinh Kim|pottery:Gốm đỏ Vĩnh Long|plant:Mai vàng Phước Định',
  '91': 'fish-sauce:Nước mắm Phú Quốc|spice:Tiêu Phú Quốc|wine:Rượu sim Phú Quốc|mushroom:Đường thốt nốt Bảy Núi|dried-fish:Mắm cá linh Châu Đốc|rice:Gạo lúa tôm An Biên|dried-fish:Khô cá tra phồng|fruit:Xoài Ba Màu Chợ Mới|fruit:Khóm Tắc Cậu|textile:Lụa Tân Châu|dried-meat:Khô bò Bảy Núi|dried-meat:Tung lò mò Châu Giang',
  '92': 'rice:Gạo ST Sóc Trăng|cake:Bánh pía Vũng Thơm|spice:Hành tím Vĩnh Châu|fruit:Vú sữa Phong Điền|dried-meat:Lạp xưởng Vũng Thơm|fruit:Khóm Cầu Đúc|seafood:Cá thát lát Hậu Giang|noodle:Bánh tráng Thuận Hưng|fruit:Dâu Hạ Châu|fruit:Mãng cầu xiêm Ngã Bảy|weaving:Chiếu An Bình',
  '96': 'dried-fish:Tôm khô Rạch Gốc|seafood:Cua Năm Căn|honey:Mật ong rừng U Minh Hạ|dried-fish:Khô cá thòi lòi|spice:Muối Bạc Liêu|fruit:Nhãn Bạc Liêu|rice:Gạo một bụi đỏ Hồng Dân|dried-fish:Ba khía Rạch Gốc|fish-sauce:Mắm ruốc Đất Mũi|dried-fish:Khô cá kèo Đông Hải|tourism:Du lịch rừng ngập Đất Mũi',
}

function parse(line: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const entry of line.split('|')) {
    const [key = '', name = ''] = entry.split(':')
    found.set(key, [...(found.get(key) ?? []), name])
  }
  return found
}

const specialities = new Map(Object.entries(lines).map(([province, line]) => [province, parse(line)]))

/** What a present province is known for: kind key → names. */
export function specialitiesOf(provinceCode: string): ReadonlyMap<string, readonly string[]> {
  return specialities.get(provinceCode) ?? new Map()
}
