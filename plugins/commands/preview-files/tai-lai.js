// Added to each page by the preview alone: reloads the page when it changed, shows what is wrong. Never part of a site.
"use strict";
{
  const script = document.currentScript;
  const style = new URL("xem-thu.css", script.src);
  let events = null;
  let shown = "";
  let host = null;

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  const close = () => {
    host?.remove();
    host = null;
  };

  const problemItem = ({ place, remark, message, hint }) => {
    const item = make("li");
    if (place) item.append(make("p", "place", place));
    item.append(make("p", "", (remark ? "Lưu ý: " : "") + message));
    if (hint) item.append(make("p", "hint", `→ ${hint}`));
    return item;
  };

  const titleOf = ({ built, problems }) => {
    if (!problems.length) return "Trang này không còn ở đây";
    return built ? "Có điều nên xem lại ở bài này" : "Chưa dựng được bản mới";
  };

  const panel = (news) => {
    const { built, gone, problems, more } = news;
    const box = make("div", "panel");
    box.setAttribute("role", built && !gone ? "status" : "alert");
    const head = make("div", "head");
    const title = make("p", "title", titleOf(news));
    const button = make("button", "", "Đóng");
    button.type = "button";
    button.addEventListener("click", close);
    head.append(title, button);
    box.append(head);
    const body = make("div", "body");
    body.tabIndex = 0;
    body.setAttribute("role", "group");
    body.setAttribute("aria-label", "Nội dung thông báo");
    if (gone) {
      const words = make("p", "", "Bài đã được đổi tên, chuyển đi hoặc bỏ; bạn đang xem bản cũ. ");
      const home = make("a", "", "Về trang chủ");
      home.href = "/";
      words.append(home);
      body.append(words);
    }
    if (problems.length) {
      const errors = problems.filter((problem) => !problem.remark).length + more;
      const lead = built ? "Bản mới đã lên trang xem thử; những điều sau không chặn việc đăng." : `${errors} lỗi cần sửa. Bạn đang xem bản trước đó.`;
      body.append(make("p", "", lead));
      const list = make("ol");
      list.append(...problems.map(problemItem));
      body.append(list);
    }
    if (more) body.append(make("p", "", `Còn ${more} điều nữa, xem ở cửa sổ lệnh.`));
    box.append(body);
    return box;
  };

  // A shadow root: no style of the page reaches the panel, and none of ours the page.
  const show = (news) => {
    close();
    if (!news.gone && !news.problems.length) return;
    const holder = host = make("div");
    const link = make("link");
    link.rel = "stylesheet";
    link.href = style;
    const fill = () => holder.shadowRoot.append(panel(news));
    link.addEventListener("load", fill);
    link.addEventListener("error", fill);
    holder.attachShadow({ mode: "open" }).append(link);
    document.body.append(holder);
  };

  const hear = ({ data }) => {
    const news = JSON.parse(data);
    if (news.reload) {
      stop();
      location.reload();
    } else if (news.build !== shown) {
      shown = news.build;
      show(news);
    }
  };

  // Only a tab that is seen listens: browsers open few connections to one host, and an editor opens many tabs.
  const stop = () => {
    events?.close();
    events = null;
  };
  const listen = () => {
    if (events || document.hidden) return;
    events = new EventSource(script.dataset.events);
    events.addEventListener("message", hear);
    events.addEventListener("error", () => {
      if (events?.readyState !== EventSource.CLOSED) return;
      stop();
      setTimeout(listen, 1000);
    });
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listen);
  addEventListener("keydown", ({ key }) => key === "Escape" && close());
  listen();
}
