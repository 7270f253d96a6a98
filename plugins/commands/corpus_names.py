"""The controlled words of the trial corpus: units, places, kinds and topics of a fictional province, as data files of content/du-lieu.

Names are invented. What the texts say is in `corpus_words`."""

PROVINCE, UNION, CENTRE = "Tỉnh Mẫu", "Tỉnh đoàn Mẫu", "Trung ương Đoàn"
_UNION_IN_FULL = "Đoàn TNCS Hồ Chí Minh tỉnh Mẫu"
LAST_DISTRICT_DAY = "2025-06-30"  # districts ended the day after

_COMMUNES = (
    "Rạch Sen", "Gò Trám", "Vàm Tràm", "Đồng Bưởi", "Cồn Lá", "Bến Gừa", "Suối Khe", "Đá Trắng", "Nương Cao", "Ao Súng", "Cầu Mây",
    "Bàu Sậy", "Giồng Nhãn", "Lò Gốm", "Mỏ Cò", "Hòn Nghệ", "Kênh Mới", "Trảng Dầu", "Đèo Gió", "Chợ Vông",
)  # fmt: skip
_WARDS = ("Ánh Sao", "Tân Sen", "Cửa Nam Mẫu", "Bờ Hồ Mẫu", "Hòa Tràm", "Phố Gốm")
_DISTRICTS = ("Sông Tràm", "Núi Khe", "Đồng Sậy", "Giồng Lớn", "Cửa Gió", "Bưng Sen")
_HAMLETS = ("Ấp Vườn Dừa", "Ấp Bến Đò", "Bản Suối Trong", "Bản Lưng Đèo", "Khu trọ Ngã Năm", "Khu trọ Cổng Bắc", "Làng chài Hòn Nghệ")
_SCHOOLS = (
    "Đoàn Trường Cao đẳng Nghề Mẫu", "Đoàn Trường THPT Gò Trám", "Đoàn Trường THPT Ánh Sao", "Đoàn Khối Doanh nghiệp Mẫu",
    "Đoàn Công an Mẫu", "Đoàn Bệnh viện Mẫu", "Đoàn Nông trường Trảng Dầu", "Đoàn Cảng cá Hòn Nghệ",
)  # fmt: skip
CATEGORIES = (
    "Tin hoạt động", "Xây dựng Đoàn", "Tuyên giáo", "Tình nguyện", "Khởi nghiệp", "Thiếu nhi", "Chuyển đổi số", "Gương sáng",
)  # fmt: skip
TOPICS = (
    "Tháng Thanh niên", "Tình nguyện hè", "Hiến máu", "Đường quê sáng", "Tủ sách xóm", "Kênh sạch", "Trồng cây", "Nhà nhân ái",
    "Thanh niên công nhân", "Khu nhà trọ", "Sinh hoạt chi đoàn", "Đoàn viên mới", "Số hóa hồ sơ", "Thủ tục trên mạng", "Học nghề",
    "Vốn thanh niên", "Hàng quê lên mạng", "An toàn giao thông", "Phòng đuối nước", "Văn nghệ xóm", "Bóng đá phong trào", "Biển và đảo",
    "Biên giới", "Đại hội Đoàn", "Kiểm tra, giám sát", "Cán bộ Đoàn", "Đền ơn đáp nghĩa", "Tết sum vầy", "Mùa thi", "Giảm rác nhựa",
)  # fmt: skip
FIELDS = ("Xây dựng tổ chức Đoàn", "Tình nguyện cộng đồng", "Việc làm", "Môi trường", "Kỹ năng số", "Văn hóa")
TYPES = {"Kế hoạch": "KH", "Hướng dẫn": "HD", "Công văn": "CV", "Thông báo": "TB", "Báo cáo": "BC", "Kết luận": "KL", "Nghị quyết": "NQ"}
DESKS = ("TCKT", "PT", "TG", "VP", "XDĐ")  # the part of a symbol that names the office that drafted it
MODEL_STATUS = ("thí điểm", "nhân rộng", "chính thức", "kết thúc")

UNITS_NOW = (*(f"Đoàn xã {name}" for name in _COMMUNES), *_SCHOOLS, *(f"Đoàn phường {name}" for name in _WARDS[:3]))
UNITS_THEN = tuple(f"Huyện đoàn {name}" for name in _DISTRICTS)
PLACES_NOW = (*(f"xã {name}" for name in _COMMUNES), *(f"phường {name}" for name in _WARDS), *_HAMLETS)
PLACES_THEN = tuple(f"huyện {name}" for name in _DISTRICTS)


def data_files() -> dict[str, object]:
    """The files of content/du-lieu: name → what stands in it, as lists and mappings of plain values."""
    return {
        "trang-web.yml": {
            "tên trang": UNION,
            "cơ quan chủ quản": _UNION_IN_FULL,
            "khẩu hiệu": "Việc nhỏ làm đến nơi",
            "giới thiệu": "Nội dung thử để đo thời gian dựng trang. Mọi tên gọi đều hư cấu.",
            "gốc mã nguồn tin": "tinhdoanmau.example,2026",
            "thư điện tử": "vanphong@tinhdoanmau.example",
            "chịu trách nhiệm": {"chức vụ": "Bí thư Tỉnh đoàn"},
        },
        "co-quan.yml": _organs(),
        "dia-ban.yml": _places(),
        "loai-van-ban.yml": [{"tên": name, "ký hiệu": code} for name, code in TYPES.items()],
        "chuyen-muc.yml": [{"tên": name, "tóm tắt": f"Bài thuộc mục {name}."} for name in CATEGORIES],
        "chu-de.yml": [{"tên": name, "tóm tắt": f"Tin và văn bản về {name}."} for name in TOPICS],
        "linh-vuc.yml": [{"tên": name, "tóm tắt": f"Mô hình thuộc lĩnh vực {name}."} for name in FIELDS],
        "lien-ket.yml": [{"tên": "Cổng thông tin tỉnh Mẫu", "địa chỉ": "https://tinhmau.example", "nhóm": "Trong tỉnh"}],
    }


def _organs() -> list[dict[str, str]]:
    organs = [
        {"tên": CENTRE, "tên đầy đủ": "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh", "cấp": "trung ương", "ký hiệu": "TWĐTN"},
        {"tên": UNION, "tên đầy đủ": _UNION_IN_FULL, "cấp": "tỉnh", "địa bàn": PROVINCE, "ký hiệu": "TĐTN", "cấp trên": CENTRE},
    ]
    for unit in UNITS_NOW:
        place = unit.removeprefix("Đoàn ")
        organs.append({"tên": unit, "cấp": "cơ sở", "địa bàn": place if place in PLACES_NOW else PROVINCE, "cấp trên": UNION})
    for number, unit in enumerate(UNITS_THEN):
        place = PLACES_THEN[number]
        past = {"đến ngày": LAST_DISTRICT_DAY, "kế tục": UNITS_NOW[number]}
        organs.append({"tên": unit, "cấp": "huyện", "địa bàn": place, "cấp trên": UNION, **past})
    return organs


def _places() -> list[dict[str, str]]:
    places = [{"tên": PROVINCE}]
    places += [{"tên": name, "thuộc": PROVINCE} for name in PLACES_NOW]
    for number, name in enumerate(PLACES_THEN):
        places.append({"tên": name, "thuộc": PROVINCE, "đến ngày": LAST_DISTRICT_DAY, "kế tục": PLACES_NOW[number]})
    return places
