"""The writer of a build: renders pages, takes files, checks their links, and hands everything over at the very end."""

from pelican.writers import Writer

from plugins.context import seam, theme
from plugins.context.build import Build
from plugins.context.outputs import Copy, Output, Page
from plugins.domain import addresses
from plugins.domain.problems import Problem, report
from plugins.incremental.linkcheck import LinkCheck
from plugins.incremental.staging import Foreign, Staging


class SiteWriter(Writer):
    """What adapters write to. Nothing reaches the output folder before `close`."""

    def __init__(self, output_path, settings=None):
        super().__init__(output_path, settings)
        self.build: Build = seam.build_of(settings)
        self.staging = Staging(self.build.output)
        self.links = LinkCheck(self.build.url)
        self.claims: dict[str, str] = {}
        self.folders: set[str] = set()
        self.counts = {Page: 0}
        try:
            self.staging.open()
        except Foreign:
            print(
                f"Thư mục {self.build.output} đang có tệp không phải do hệ thống này tạo ra; chưa ghi gì. "
                "Hãy chọn thư mục khác bằng --output, hoặc dọn trống thư mục này."
            )
            raise SystemExit(1) from None

    def put(self, output: Output) -> None:
        """Takes one output; two that claim one address are a problem that names both."""
        name = addresses.file_name(output.address)
        claim = name.lower()  # two names that differ in case only are one file on many disks
        if claim in self.claims:
            first = self.claims[claim]
            self.build.problems.append(
                Problem(
                    output.source,
                    0,
                    "trung-dia-chi",
                    f"Địa chỉ {output.address} đã thuộc về {first}.",
                    "Đổi “đường dẫn” hoặc “khóa” của một bên.",
                )
            )
            return
        folders = claim.split("/")
        clash = next((part for n in range(1, len(folders)) if (part := "/".join(folders[:n])) in self.claims), None)
        if clash or claim in self.folders:
            message = f"Địa chỉ {output.address} vừa là trang vừa là thư mục của trang khác."
            self.build.problems.append(Problem(output.source, 0, "trung-dia-chi", message, "Đổi một trong hai địa chỉ."))
            return
        self.folders.update("/".join(folders[:n]) for n in range(1, len(folders)))
        self.claims[claim] = output.source
        if isinstance(output, Page):
            view = output.view()
            html = theme.render(self.build.env, output.template, self.build.site, view)
            self.links.add(output.address, output.source, html)
            self.staging.put(name, html.encode())
            self.counts[Page] += 1
            if output.index:
                self.build.addresses[output.address] = output.modified
                self.build.titles[output.address] = view.head.title.removesuffix(f" | {self.build.site.name}")
        elif isinstance(output, Copy):
            self.staging.put(name, output.path.read_bytes())
        else:
            self.staging.put(name, output.content())

    def close(self) -> None:
        """Checks the links of all pages; then the new site takes the place of the old one, or nothing changes (exit 1)."""
        problems = [*self.build.problems, *self.links.problems(self.staging.names)]
        errors = [p for p in problems if p.level == "error"]
        if errors:
            self.staging.discard()
            print(report(errors))
            raise SystemExit(1)
        changed, gone = self.staging.commit()
        if not self.build.quiet:
            total = len(self.staging.names)
            print(f"Đã dựng {self.counts[Page]} trang, {total} tệp: {changed} tệp mới hoặc thay đổi, {gone} tệp được bỏ.")
