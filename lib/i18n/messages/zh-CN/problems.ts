import type { problems as english } from '#lib/i18n/messages/en/problems.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const problems: Twin<typeof english> = {
  signed_out: '您已退出登录。请在另一个标签页重新登录，再回到此处重试；已填写的内容会保留。',
  forbidden: '您的角色无权执行此操作。请联系管理员代为操作或调整您的角色。',
  not_found: '内容不存在，或您无权查看。',
  too_many_requests: '您在短时间内的请求过多。{seconds} 秒后可继续；已填写的内容会保留，本次未执行任何操作。',
  reading_paced: '十分钟内已读取超过 {rows} 行。其余将在 {seconds} 秒后继续；如需全部数据，请使用导出。',
  invalid_input: '表单中有内容无法识别。请检查后重试。',
  unexpected: '系统出现意外错误。请重试；如仍然失败，请将错误编号 {incident} 告知管理员。',
  offline: '控制台没有响应。请检查网络后重试，已填写的内容会保留。',
  stale: '打开此页面之后，控制台已更新。请刷新页面后重试。',
  wrong_origin:
    '您访问的地址是 {reached}，而此控制台配置的地址是 {configured}。请改用该地址打开，或请服务器管理员设置 APP_ORIGIN={reached} 并重新启动。没有执行任何操作。',
  request_too_large:
    '内容超过了通往控制台途中允许的大小（413），因此没有送达。请减少每次发送的内容，或让前端代理允许 8 MB（nginx：client_max_body_size 8m）。',
  proxy_sign_in:
    '控制台前面的代理要求您先登录。请在另一个标签页打开控制台并登录，再回到此处重试；已填写的内容会保留。',
  proxy_refused: '请求在到达控制台的途中被拒绝（403）。请向前端代理或防火墙的管理员了解原因。',
  proxy_busy: '控制台前面的代理限制了请求数量（429）。请等一分钟后重试。',
  proxy_unavailable:
    '控制台前面的代理没有得到控制台的响应（{status}）。控制台可能正在重新启动，请一分钟后重试。',
  answer_unreadable: '收到的响应（{status}）无法识别。请刷新页面；如仍然如此，请告知服务器管理员。',
  part_missing: '此页面的一部分未能加载。请重试，或刷新页面。',

  app_missing: '请选择应用。',
  app_not_allowed: '此控制台不能在该应用中绑定。请从列表中选择。',
  app_retired: '应用 {name} 已停用，不能在其中绑定。请选择其他应用，或在“连接”页面重新启用它。',
  app_malformed: 'SdkAppId 只能填写数字，例如 1400000000。',
  number_missing: '请填写号码。',
  number_has_letters: '号码中不能有字母，请只填写数字。',
  number_has_odd_characters: '号码中有多余的字符。只能使用数字、空格、短横线和括号。',
  number_too_short: '号码太短。请补全缺少的数字，并带上区号。',
  number_too_long: '号码太长，最多 {limit} 位数字。',
  number_area_code_missing: '缺少区号或国家代码，请在号码前面补上。',
  number_not_in_plan: '任何编号方案中都没有此号码。请检查数字，或在前面写上 + 和国家代码。',
  number_shortened: '表格软件缩短了此号码，末尾的数字已丢失：请将该列设为文本格式，然后重新复制。',
  number_formula_error: '这是表格公式的错误（{text}），不是号码。请修正公式，然后重新复制号码。',
  formula_error: '这是表格公式的错误（{text}）。请修正公式后重新复制，或在此填写。',
  number_is_decimal: '{text} 是小数，不是电话号码。如果小数点或逗号只是用来分隔数字，请去掉后重新填写。',
  number_no_value: '此内容（{text}）表示没有号码，请填写号码。',
  number_ambiguous: '此内容可以理解为多个号码，请选择您要的那一个。',
  number_several: '这里有多个号码，请逐个绑定。',
  number_not_shown_form: '号码与之前显示的不一致。请重新核对绑定。',
  number_type_unknown: '请选择号码类型。',
  url_missing: '请填写回调 URL，或选择不带回调 URL 发送。',
  url_no_value: '此内容（{text}）表示没有 URL，请填写回调 URL。',
  url_malformed: '这不是有效的网址。请检查拼写，尤其是域名部分。',
  url_not_absolute: '网址请以 https:// 开头',
  url_needs_https: '缺少 https://，请在网址前面补上。',
  url_scheme_misspelt: 'https:// 拼写有误或重复。它只应在域名前面出现一次。',
  url_wrapped: '除网址外还有其他内容，请只保留网址。',
  url_several: '这里有多个网址，请只保留一个。',
  url_ends_in_mark: '网址以“{end}”结尾。请去掉它，或确认它属于网址。',
  url_host_not_dns: '{host} 不能用作域名：各段之间只能是字母、数字、- 和 _，且每段首尾不能是 -。',
  url_http_not_allowed: '此控制台只允许绑定 https:// 网址。请以 https:// 开头',
  url_scheme_not_allowed: '只能使用网页地址。请以 https:// 开头',
  url_has_spaces: '请去掉网址中的空格。',
  url_has_control_characters: '网址中含有看不见的控制字符。请去掉它们，或重新输入网址。',
  url_has_credentials: '请去掉网址中的用户名和密码，否则会显示在历史中。',
  url_has_fragment: '请去掉 # 及其后面的内容，这部分不会被发送。',
  url_has_hidden_part:
    '网址中有一部分被隐藏（***），是从历史中复制的显示形式。请填写完整网址，或在历史中恢复该条目。',
  url_too_long: '网址太长，最多 {limit} 个字符。',
  url_private_host: '服务商无法从外部访问 {host}。请使用公网地址。',
  url_placeholder_host: '{placeholder} 不会被替换。请填写真实的域名。',
  url_not_canonical: '网址的写法不规范。请改用 {canonical}',
  url_not_shown_form: '网址与之前显示的不一致。请重新核对绑定。',
  reason_too_long: '原因最多 {limit} 个字符，请缩短。',

  binding_conflict: '在您打开之后，有人修改了此号码。没有发送任何内容，请比较后重新决定。',
  binding_busy: '此号码正在被修改。请等该修改完成后重新核对。',
  binding_unchanged: '此号码已经是这个 URL，没有发送任何内容。',
  binding_key_reused: '此表单已用于另一项变更。请重新核对绑定。',
  binding_not_repeatable: '此绑定不能再次发送：其结果已明确，或已有更新的变更。',
  pace_unavailable: '等待发送的绑定太多，服务商每秒最多接受 20 个。没有发送任何内容，请几秒后重试。',

  restore_never_in_force: '此变更从未生效（被拒绝、无权限或尚未结束），因此没有可恢复的内容。',
  restore_no_url: '此变更没有发送回调 URL，因此没有可恢复的 URL。',
  restore_app_gone: '此变更所属的应用已不在本控制台中使用。管理员可在“连接”页面添加或重新启用它。',
  restore_url_not_allowed: '本控制台的规则已变更，不再接受此 URL。请在表单中为号码绑定其他 URL。',
  export_too_many_rows: 'Excel 文件最多 {limit, number} 行。请在此选择 CSV，或关闭后缩小筛选范围。',
  export_too_many_waiting: '您已有五个导出或报告在排队，每次只写一个。请等其中一个结束后再试。',
  batch_count_not_typed: '请输入 {count} 以确认要变更的号码数量。',
  batch_key_reused: '此页面已启动过另一个批次。请重新打开页面再启动一个。',
  batch_line_too_wide:
    '此行的内容超过了表格的 {width} 列，各字段可能错位。请核对号码，然后在此更正或确认 URL，或移除此行。',
  batch_line_twice: '第 {line, number} 行或其号码在批次中出现了两次。请删除其中一个。',
  batch_lines_changed: '其中一些行在此期间已被更改或重新发送。请重新查看批次。',
  batch_field_too_long:
    '第 {line, number} 行第 {column} 个字符：此字段超过 {limit} 字节。请在此输入较短的内容，或移除此行。',
  batch_file_empty: '此文件是空的。请选择其他文件，或粘贴各行内容。',
  batch_file_gone: '无法打开文件：选择后文件被移动或更改。请重新选择。',
  batch_file_no_text:
    '第 {line, number} 行第 {column} 字节：此处不是 UTF-8 文本。请选择 .xlsx、CSV（UTF-8）或制表符分隔的文本文件，或复制单元格后粘贴。',
  batch_file_too_large:
    '文件超过 {limit} MiB：从第 {line, number} 行起超出。请分成较小的文件，每个文件一个批次。',
  batch_quote_open:
    '第 {line, number} 行第 {column} 个字符：此处的引号没有结束。请在此更正该字段，或移除此行。',
  batch_too_many_columns:
    '此行超过 {limit} 列，后面的内容没有读取。如有需要请在此更正号码或 URL，或移除此行。',
  batch_too_many_rows: '第 {line, number} 行超出上限：一个批次最多 {limit, number} 行。请分批粘贴或选择。',
  batch_file_archive:
    '此文件是压缩包，其中没有 Excel 工作簿。请选择 .xlsx、CSV 或制表符分隔的文本文件，或复制单元格后粘贴。',
  batch_file_pdf: '此文件是 PDF。请选择生成它的表格（.xlsx 或 CSV），或复制其中的行后粘贴。',
  batch_number_elsewhere:
    '此行的字段可能错位：{number} 不在作为号码读取的列中。请在此更正号码和 URL，另选号码列，或移除此行。',
  batch_number_odd: '其他行是公网号码，而 {number} 不是。如确实如此请直接使用；否则请在此更正，或移除此行。',
  batch_number_is_date:
    '这是一个日期，很可能是电子表格由号码改成的。请在此输入号码，或将该列设为文本格式后重新复制。',
  batch_quote_swallows:
    '第 {line, number} 行第 {column} 个字符：此处的引号延续到后面 {lines} 行，那些可能是独立的行。请重新开始并去掉引号，或在此更正该字段。',
  batch_url_cut: '此 URL 后面紧跟着分隔符：“{whole}”是否为一个完整的 URL？请选择正确的 URL。',
  batch_workbook_broken:
    '无法读取此工作簿。请用电子表格软件打开并重新另存为 .xlsx 或 CSV 后选择，或复制单元格后粘贴。',
  batch_workbook_encrypted: '此工作簿设有密码。请打开后复制单元格并粘贴，或去掉密码另存后重新选择。',
  batch_workbook_no_sheet: '此工作簿中没有含单元格的工作表。请选择其他文件，或粘贴各行。',
  batch_workbook_old:
    '这是旧版 Excel 格式（.xls）的文件。请打开后另存为 .xlsx 或 CSV 再选择，或复制单元格后粘贴。',
  batch_workbook_too_large:
    '此工作簿过大：最多 {packed} MiB，解压后 {unpacked} MiB，{entries} 个部分，且单元格不能相距过远。请复制需要的单元格后粘贴，或将该工作表另存为 CSV。',
  app_id_missing: '请输入 SdkAppId。',
  app_id_taken: '此 SdkAppId 已在列表中，名称为“{name}”。请在列表中重命名；若已停用，请重新启用。',
  app_name_taken: '应用 {id} 已使用此名称。请换一个能区分两者的名称。',
  apps_fixed: '应用由启动服务器时的 CCC_SDK_APPS 设定。请在那里修改，然后重新启动控制台。',
  view_name_taken: '已有同名视图。请换一个名称，或修改原有视图。',
  view_too_many: '每人最多保存 {limit} 个视图。请先删除不再使用的视图。',

  sign_in_failed: '邮箱或密码不正确，或者账号已停用。请检查后重试；如忘记密码，请向管理员索取新链接。',
  sign_in_throttled: '尝试次数过多。请等待 {seconds} 秒后重试。',
  sign_in_account_busy:
    '有多台计算机正在尝试登录此账号。请等待 {seconds} 秒后重试。另有两种登录方式：请其他管理员在“成员”页面为您生成新链接，或请服务器运维人员运行：npm run admin -- reset EMAIL',
  email_missing: '请填写邮箱。',
  email_malformed: '请填写完整的邮箱地址，例如 name@example.com。',
  email_taken: '已有成员使用此邮箱。请在列表中查找，或换一个邮箱。',
  name_missing: '请填写名称。',
  name_too_long: '名称最多 {limit} 个字符，请缩短。',
  name_malformed: '名称中含有无法显示的字符（例如换行符），请手动输入名称。',
  password_missing: '请填写密码。',
  password_too_short: '密码至少 {limit} 个字符。可以用几个词连在一起，便于记忆。',
  password_too_long: '密码最多 {limit} 个字符，请缩短。',
  password_guessable:
    '{reason, select, own {此密码主要由您的姓名、邮箱或此控制台的名称组成。} common {此密码是常见密码，或与常见密码非常接近。} repeat {此密码由重复的内容组成。} sequence {此密码是连续的字母或数字。} spatial {此密码由键盘上相邻的按键组成。} date {此密码几乎只是一个日期。} other {此密码太容易被猜到。}}请用几个互不相关的词组成密码。',
  password_wrong: '当前密码不正确，请检查后重试。',
  password_unchanged: '新密码与当前密码相同，请换一个。',
  link_expired: '此链接已被使用或已过期。请向管理员索取新链接。',
  setup_link_expired:
    '此初始化链接已被使用，或已超过一小时。请重新启动服务器获取新链接，打开后再次填写此表单。',
  setup_closed: '此控制台已有管理员。请直接登录，或向管理员索取链接。',
  last_admin: '这是最后一位管理员。请先将其他成员设为管理员。',
  cannot_change_self: '不能更改自己的角色或停用自己。请联系其他管理员。',
};
