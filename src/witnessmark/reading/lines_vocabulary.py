# ruff: noqa: E501  (one line per language: wrapped, the alternatives could not be compared)
"""The words of furniture in seven languages, as data: what page makers write around a story, never who they are.

`STRONG` phrases decide a label when little else stands in the line; `FILLER` words may stand beside them;
`SENTENCES` are openings and turns of whole sentences that speak to the reader of a page, not about the world.
"""

from typing import Final

from witnessmark.evidence.reading import LineLabel

#: Label → phrases (regular expressions, case folded). Earlier labels win where several fit.
STRONG: Final[dict[LineLabel, tuple[str, ...]]] = {
    "continues": (
        r"(?:story|article|content|text) continues", r"continues? (?:reading|below|after)", r"continue with content",
        r"scroll(?: down)? (?:to continue|for more)", r"keep (?:reading|scrolling)", r"read (?:the )?(?:full|rest of (?:the|this)) (?:story|article)",
        r"la suite (?:de l['’]article )?(?:apr[eè]s|sous|ci-dessous)", r"lire la suite", r"suite de l['’]article", r"l['’]article (?:se poursuit|continue)",
        r"poursui(?:vre|vez) (?:la|votre) lecture", r"(?:la historia|el art[ií]culo|la noticia|la nota|el texto) (?:contin[uú]a|sigue)",
        r"(?:contin[uú]a|sigue|seguir|contin[uú]e|siga) leyendo", r"leer (?:m[aá]s|completo|nota completa)",
        r"продолжение (?:статьи|материала|текста|новости|ниже|после|под|следует)", r"читать (?:далее|дальше|полностью)", r"читайте далее",
        r"(?:статья|текст|материал) продолжается", r"(?:يستمر|تستمر|يتواصل|تتواصل|يتبع|تتابع|تكملة|بقية) (?:المقال|القصة|الخبر|النص|الموضوع|القراءة)?",
        r"(?:المقال|القصة|الخبر|النص) (?:يستمر|تستمر|يتواصل|تتواصل|يتبع|مستمر)", r"(?:تابع|أكمل|واصل|متابعة|اكمل) (?:ال)?قراءة", r"اقرأ المقال كاملا",
        r"(?:广告(?:之)?后|下方|以下|正文|文章|报道|故事|下文)(?:继续|仍有|未完)", r"[继繼][续續](?:阅读|閱讀|浏览|看)", r"阅读(?:全文|更多|原文)", r"閱讀全文", r"点击(?:展开|阅读|查看)全文", r"展开全文",
        r"(?:下拉|向下滚动)(?:继续|阅读)?", r"داۋامىنى (?:ئوقۇش|ئوقۇڭ)", r"(?:ماقالە|خەۋەر) داۋام(?:ى|لىشىدۇ)",
    ),
    "advertisement": (
        r"passer la publicit[eé]", r"(?:наши )?партн[её]ры", r"advertise?ments?", r"advertising", r"adchoices", r"ad choices", r"advertorial", r"sponsored", r"sponsors?", r"promoted", r"ads?",
        r"paid (?:content|post|partnership|program)", r"partner content", r"branded content", r"(?:remove|skip|hide|close|report) (?:this )?ads?",
        r"from our (?:partners|sponsors|advertisers)", r"brought to you by", r"taboola", r"outbrain", r"why (?:am i seeing )?this ad",
        r"publicit[eé]s?", r"publi-?r[eé]dactionnel", r"annonces?", r"contenu (?:sponsoris[eé]|partenaire|de marque)", r"sponsoris[eé]e?s?", r"(?:nos|notre) partenaires?",
        r"publicidad", r"anuncios?", r"patrocinad[oa]s?", r"contenido (?:patrocinado|de marca|promocionado)", r"promocionado", r"publirreportaje",
        r"(?:ال)?إعلان(?:ات)?(?: ممولة?| مدفوعة?)?", r"(?:ال)?اعلان(?:ات)?", r"(?:محتوى|مادة) (?:ممولة?|إعلانية?|مدفوعة?|دعائية?|برعاية)", r"برعاية", r"ممول", r"مُموَّ?ل",
        r"на правах рекламы", r"реклама", r"рекламы", r"рекламный", r"рекламное", r"спонсорский", r"спонсорское", r"партн[её]рский материал", r"промо", r"объявлени[ея]",
        r"广告", r"廣告", r"[赞贊]助(?:商|内容|內容)?", r"推[广廣](?:内容|內容)?", r"商业推广", r"ئېلان(?:لار)?(?:ى)?",
    ),
    "newsletter": (
        r"newsletters?", r"(?:sign|signed|signing) up", r"inbox", r"subscribe", r"(?:email|e-mail) (?:address|alerts?|updates?)", r"breaking news alerts?", r"(?:daily|weekly|morning|evening) (?:briefing|digest|headlines|national news|email)",
        r"get (?:the )?(?:latest|daily|weekly|breaking|national|top|our)", r"enter your e-?mail", r"your e-?mail(?: address)?", r"unsubscribe", r"push notifications?", r"(?:turn on|enable|allow) notifications",
        r"infolettre", r"lettre d['’]information", r"inscri(?:vez|ption|re)(?:-vous)?", r"(?:s['’])?abonne(?:z|r)(?:-vous)?", r"(?:votre|adresse) (?:e-?mail|courriel)", r"(?:e-?mail|courriel)", r"bo[iî]te (?:de r[eé]ception|mail)", r"d[eé]sabonn\w+",
        r"bolet[ií]n(?:es)?", r"suscr[ií]b(?:ase|ete|irse|ir)", r"suscripci[oó]n", r"correo(?: electr[oó]nico)?", r"bandeja de entrada", r"reg[ií]str(?:ate|ese)", r"ap[uú]nt(?:ate|ese)",
        r"(?:ال)?نشرة (?:ال)?(?:بريدية|إخبارية|الإخبارية|اليومية|الأسبوعية|الإلكترونية)", r"نشرتنا", r"(?:ال)?نشرات(?:نا)? ?(?:ال)?(?:بريدية|إخبارية)?", r"اشترك(?:وا)?", r"(?:ال)?اشتراك", r"سجل(?:وا)?", r"(?:ال)?بريد(?:ك|كم|كِ)? (?:ال)?إلكتروني", r"صندوق (?:ال)?(?:بريد|الوارد)(?:ك)?", r"(?:ال)?اشعارات|(?:ال)?إشعارات",
        r"подпис(?:ывайтесь|аться|ка|ки|ку|ывайся|шитесь)", r"подпишитесь", r"рассылк[аиуе]", r"(?:электронн(?:ая|ую|ой|ый) )?почт[ауые]", r"e-?mail", r"уведомлени[яей]",
        r"(?:电子报|電子報|新闻简报|新聞簡報|每日简报|简报|邮件订阅|通讯)", r"[订訂][阅閱]", r"(?:邮箱|郵箱|电子邮件|電子郵件|邮件)", r"(?:开启|打开|接收)?(?:推送|通知)", r"مۇشتەرى (?:بولۇڭ|بولۇش)", r"ئېلخەت(?: ئادرېسىڭىز)?",
    ),
    "consent": (
        r"cookies?(?: (?:policy|settings|preferences|notice|banner))?", r"accept(?: all)?", r"reject(?: all)?", r"privacy (?:policy|settings|choices|preferences|notice)", r"your privacy(?: choices)?", r"manage (?:preferences|settings|options|choices|consent)", r"consent", r"gdpr", r"do not sell(?: or share)?(?: my personal information)?",
        r"tout (?:accepter|refuser)", r"accepter", r"refuser", r"param[eè]tres", r"g[eé]rer (?:mes|vos|les) (?:cookies|pr[eé]f[eé]rences|choix)", r"personnaliser", r"(?:politique de )?confidentialit[eé]", r"traceurs", r"continuer sans accepter", r"donn[eé]es personnelles",
        r"acept(?:ar|o)(?: tod[ao]s?)?", r"rechazar(?: tod[ao]s?)?", r"(?:pol[ií]tica|aviso) de (?:privacidad|cookies)", r"(?:configurar|gestionar|configuraci[oó]n de|preferencias de) (?:cookies|privacidad|preferencias)", r"privacidad", r"consentimiento",
        r"ملفات (?:تعريف الارتباط|الارتباط|الكوكيز)", r"(?:ال)?كوكيز", r"قبول(?: الكل| الجميع)?", r"رفض(?: الكل| الجميع)?", r"أوافق", r"موافق(?:ة)?", r"سياسة (?:ال)?خصوصية", r"(?:ال)?خصوصية(?:تك)?", r"إعدادات",
        r"(?:файл(?:ы|ов|ах) )?(?:cookies?|куки)", r"принять(?: все)?", r"отклонить(?: все)?", r"настройки", r"соглас(?:ен|на|ие|иться)", r"конфиденциальност[иь]", r"персональны[ехм]+ данны[ехм]+", r"принимаю",
        r"(?:全部|同意并|我)?接受(?:所有|全部)?(?:cookie)?", r"拒[绝絕](?:所有|全部)?", r"同意(?:并继续)?", r"[隐隱]私(?:政策|权|设置|保护|声明)?", r"(?:管理|设置)?(?:cookie|偏好)(?:设置|政策)?", r"قوبۇل قىلىش", r"مەخپىيەتلىك",
    ),
    "login": (
        r"log ?in", r"sign ?in", r"log ?out", r"sign out", r"my account", r"create (?:a |an |your )?(?:free )?account", r"register", r"already (?:a|have an?) (?:subscriber|member|account)", r"password", r"forgot(?:ten)? (?:your )?password", r"free trial", r"subscribers? only", r"members? only", r"premium", r"unlock",
        r"(?:se )?connect(?:er|ez-vous)", r"connexion", r"mon compte", r"cr[eé]er (?:un|mon) compte", r"d[eé]j[aà] (?:abonn[eé]e?|inscrit|client)", r"mot de passe", r"r[eé]serv[eé] aux abonn[eé]s", r"abonn[eé]s?", r"identifi(?:ez-vous|er)",
        r"inici(?:ar|e|a) sesi[oó]n", r"iniciar", r"mi cuenta", r"crear (?:una )?cuenta", r"contrase[nñ]a", r"ya (?:eres|es|soy) suscriptora?", r"s[oó]lo (?:para )?suscriptores", r"exclusivo (?:para )?suscriptores", r"acceder", r"suscriptores",
        r"تسجيل (?:ال)?(?:دخول|خروج)", r"سج[ّ]?ل (?:ال)?دخول(?:ك)?", r"إنشاء حساب", r"حسابي", r"كلمة (?:ال)?(?:مرور|السر)", r"للمشتركين فقط", r"دخول",
        r"войти", r"вход", r"войдите", r"зарегистр(?:ироваться|ируйтесь|ируйся)", r"регистрация", r"личный кабинет", r"пароль", r"(?:только )?для подписчиков", r"авториз(?:уйтесь|оваться|ация)", r"(?:создать )?аккаунт",
        r"登[录錄入](?:账号|帐号)?", r"[注註]册(?:账号|帐号)?", r"会员(?:专享)?", r"密码", r"(?:忘记|找回)密码", r"我的(?:账户|帐户)", r"(?:成为|开通)会员", r"(?:仅限|专享)?(?:付费)?(?:用户|会员|订户)", r"كىرىش", r"تىزىملىتىش",
    ),
    "share": (
        r"[eé]couter", r"escuchar", r"слушать", r"استمع", r"听", r"举报", r"hazte soci[oa]", r"contribuer", r"donate", r"support us", r"faire un don", r"donar?", r"share(?: this)?(?: on| via| with)?", r"tweet", r"facebook", r"twitter", r"whatsapp", r"telegram", r"linkedin", r"reddit", r"pinterest", r"instagram", r"youtube", r"tiktok", r"wechat", r"weibo", r"messenger", r"threads", r"bluesky", r"mastodon", r"email", r"print", r"copy (?:link|url)", r"link copied", r"flipboard", r"pocket", r"viber", r"vk", r"vkontakte",
        r"save(?: for later)?", r"bookmark", r"gift (?:this )?article", r"comments?", r"leave a (?:comment|reply)", r"(?:post|add|write) a comment", r"join the conversation", r"view comments", r"follow(?: us)?", r"like", r"listen", r"text size",
        r"partag(?:er|ez)", r"imprimer", r"copier le lien", r"commentaires?", r"commenter", r"r[eé]agir", r"suivez[- ]nous", r"enregistrer", r"envoyer par (?:mail|e-?mail|courriel)", r"tweeter",
        r"compart(?:ir|e|a|ir en)", r"imprimir", r"copiar (?:el )?enlace", r"comentarios?", r"comentar", r"s[ií]gu?[ae]nos", r"guardar", r"enviar por correo", r"tuitear",
        r"(?:شارك|مشاركة|شاركها|شاركوا|انشر)(?: على| عبر| المقال| الخبر| هذا المقال| هذه القصة| هذا الخبر)?", r"فيسبوك", r"تويتر", r"واتس ?اب", r"تلغرام|تيليغرام|تليجرام", r"طباعة", r"نسخ الرابط", r"(?:ال)?تعليق(?:ات)?", r"أضف تعليقا?", r"تابعنا", r"تابعونا", r"حفظ",
        r"поделиться", r"поделитесь", r"фейсбук", r"твиттер", r"вконтакте", r"одноклассники", r"телеграм", r"распечатать", r"печать", r"(?:скопировать|копировать) ссылку", r"комментари(?:и|ев|й|я)", r"(?:оставить|добавить|написать) комментарий", r"ссылка скопирована", r"сохранить",
        r"分享(?:到|至|此文|本文|文章|给)?", r"微信(?:好友)?", r"朋友圈", r"微博", r"[复複]制[链鏈]接", r"打印", r"[评評][论論]", r"发表评论", r"收藏", r"点赞", r"[关關]注(?:我们)?", r"转发", r"脸书", r"推特", r"ھەمبەھىرلەش", r"ئورتاقلىشىش", r"ئىنكاس",
    ),
    "related": (
        r"اقرأ المزيد", r"around the [\w ]{2,12}", r"archivado en", r"m[aá]s informaci[oó]n", r"voir tous les (?:articles|commentaires|sujets)", r"(?:see|read|watch) (?:also|more|next)", r"also read", r"related(?: (?:stories|articles|content|news|topics|coverage|links|reading))?", r"more (?:on this(?: story)?|from|stories|about this|news|coverage|like this)", r"most (?:read|popular|viewed|shared|watched)", r"trending(?: now)?", r"recommended", r"(?:you )?(?:may|might) (?:also )?like", r"(?:don['’]t|do not) miss", r"top stories", r"latest(?: (?:news|stories|headlines))?", r"editor['’]?s['’]? (?:picks?|choice)", r"up next", r"next (?:article|story)", r"previous (?:article|story)", r"in case you missed it", r"popular", r"in this (?:story|article)", r"further reading", r"around the web", r"elsewhere on",
        r"[aà] lire (?:aussi|[eé]galement)", r"lire (?:aussi|[eé]galement)", r"voir aussi", r"sur le m[eê]me (?:sujet|th[eè]me)", r"articles? (?:li[eé]s?|associ[eé]s?|similaires?|recommand[eé]s?)", r"les plus (?:lus|populaires|consult[eé]s|partag[eé]s)", r"[aà] (?:d[eé]couvrir|la une|ne pas manquer)", r"plus d['’](?:articles|infos|actualit[eé]s?)", r"derni[eè]res (?:nouvelles|infos|actualit[eé]s)", r"recommand[eé] pour vous", r"pour aller plus loin", r"tendances", r"dans la m[eê]me rubrique",
        r"(?:lea|lee|leer|vea|ver|v[eé]ase|mira|te puede interesar|mire|le[ea]) (?:tambi[eé]n|adem[aá]s)", r"(?:te|le) (?:puede|podr[ií]a) interesar", r"(?:noticias|art[ií]culos|notas|contenidos?|temas) relacionad[oa]s?", r"lo m[aá]s (?:le[ií]do|visto|popular|compartido)", r"m[aá]s (?:noticias|le[ií]das|informaci[oó]n|sobre este tema|en|de)", r"recomendad[oa]s?", r"[uú]ltimas noticias", r"no te pierdas", r"tendencias",
        r"(?:اقرأ|إقرأ|اقرا|اقرؤوا|طالع|شاهد|انظر|طالعوا|اقرئي) (?:أيضا|أيضًا|أيضاً|ايضا|كذلك|المزيد)", r"(?:مقالات|أخبار|مواضيع|موضوعات|مواد|روابط|قصص) (?:ذات صلة|مشابهة|متعلقة|مرتبطة|مقترحة)", r"ذات صلة", r"(?:الأكثر|الاكثر) (?:قراءة|مشاهدة|شعبية|تداولا|تداولاً|رواجا)", r"(?:قد|ربما) (?:يعجبك|يهمك|تعجبك)(?: أيضا| أيضًا| أيضاً)?", r"المزيد (?:من|عن|حول|في)", r"آخر الأخبار", r"أحدث الأخبار", r"موصى به", r"مختارات", r"لا تفوت(?:ك|وا)?",
        r"читайте (?:также|еще|ещё)", r"(?:смотрите|см\.|смотри) также", r"по теме", r"(?:похожие|другие|связанные) (?:новости|статьи|материалы|публикации)", r"материалы по теме", r"(?:самое|самые) (?:читаемое|популярное|читаемые|популярные|обсуждаемое)", r"популярн(?:ое|ые)(?: новости| статьи)?", r"рекоменду(?:ем|емые|ется)", r"последние новости", r"(?:больше|еще|ещё) (?:новостей|по теме|о)", r"вам (?:может быть интересно|также понравится|может понравиться)", r"не пропустите", r"главные новости", r"в тренде",
        r"(?:相关|相關|推荐|推薦|热门|熱門|延伸|更多|最新|精彩|近期)(?:的)?(?:阅读|閱讀|文章|新闻|新聞|报道|報導|内容|内容推荐|链接|推荐|话题|专题|视频|主题|文章推荐)", r"延伸[阅閱][读讀]", r"猜你喜欢", r"你(?:可能|也许)(?:还|也)?(?:会)?(?:喜欢|感兴趣)", r"您(?:可能|也许)(?:还|也)?(?:会)?(?:喜欢|感兴趣)", r"(?:点击|阅读|閱讀)排行榜?", r"(?:另|也)请?参见", r"更多(?:精彩|相关)", r"热搜", r"上一篇", r"下一篇", r"为[您你]推荐", r"编辑(?:精选|推荐)", r"لادۋال", r"مۇناسىۋەتلىك (?:خەۋەرلەر|ماقالىلەر)", r"يەنە (?:ئوقۇڭ|كۆرۈڭ)", r"ئەڭ يېڭى خەۋەرلەر",
    ),
    "navigation": (
        r"home(?:page)?", r"menu", r"(?:main )?navigation", r"search", r"close", r"skip to (?:main )?(?:content|navigation)", r"back to top", r"sections?", r"(?:local|world|international|politics|business|sports?|opinion|entertainment|lifestyle|culture|health|science|technology|tech|weather|videos?|podcasts?|photos?|live|tv|radio|news|travel|arts?|style|economy|finance|markets|education|environment|investigations|africa|asia|europe|americas|middle east|canada|u\.?s\.?|u\.?k\.?|features|magazine|shop|jobs|obituaries|contact|about|help|faq|archive|rss)", r"click to (?:play|watch|expand|enlarge|view)(?: video)?", r"(?:play|watch|pause|mute|unmute)(?: video| audio| live)?", r"previous", r"next", r"show (?:more|less)", r"view (?:all|more|gallery|image in fullscreen)", r"load more", r"see all", r"image \d+ of \d+", r"open in (?:app|new window)", r"download (?:our |the )?app", r"loading",
        r"accueil", r"rechercher?", r"fermer", r"retour(?: en haut)?", r"aller au contenu(?: principal)?", r"(?:actualit[eé]s?|monde|politique|[eé]conomie|sports?|soci[eé]t[eé]|sant[eé]|sciences?|opinions?|d[eé]bats|vid[eé]os?|m[eé]t[eé]o|international|afrique|rubriques|[eé]missions|direct)", r"cliqu(?:ez|er) (?:ici|pour)", r"regarder la vid[eé]o", r"voir (?:plus|tout|la vid[eé]o)", r"suivant", r"pr[eé]c[eé]dent", r"en direct", r"afficher (?:plus|la suite)", r"charger plus", r"t[eé]l[eé]charg(?:er|ez) (?:l['’]application|notre application)",
        r"inicio", r"buscar", r"cerrar", r"men[uú]", r"ir al contenido", r"saltar al contenido", r"volver arriba", r"(?:mundo|pol[ií]tica|econom[ií]a|deportes?|opini[oó]n|cultura|sociedad|salud|ciencia|tecnolog[ií]a|espect[aá]culos|v[ií]deos?|internacional|nacional|noticias|secciones|en vivo|fotos|clima)", r"ver (?:m[aá]s|todo|video|v[ií]deo)", r"haga clic (?:aqu[ií]|para)", r"haz clic (?:aqu[ií]|para)", r"reproducir", r"siguiente", r"anterior", r"descarg(?:ar|a|ue) (?:la|nuestra) (?:app|aplicaci[oó]n)", r"cargar m[aá]s",
        r"(?:ال)?رئيسية", r"(?:ال)?قائمة", r"بحث", r"إغلاق", r"(?:الأخبار|أخبار|سياسة|اقتصاد|رياضة|ثقافة|صحة|علوم|تكنولوجيا|منوعات|فيديو|صور|رأي|آراء|العالم|عالم|الشرق الأوسط|محليات|برامج|بث مباشر|مباشر|من نحن|اتصل بنا)", r"عرض (?:المزيد|الكل)", r"اضغط (?:هنا|ل\w+)", r"انقر (?:هنا|ل\w+)", r"شاهد الفيديو", r"تشغيل(?: الفيديو)?", r"التالي", r"السابق", r"العودة إلى الأعلى", r"انتقل إلى المحتوى", r"تخط[ىي]? إلى المحتوى", r"حم[ّ]?ل التطبيق",
        r"главная", r"меню", r"поиск", r"закрыть", r"наверх", r"перейти к (?:содержанию|основному содержанию|контенту)", r"(?:новости|политика|экономика|общество|спорт|культура|мир|в мире|наука|технологии|мнения?|видео|фото|погода|происшествия|рубрики|разделы|контакты|о нас|о проекте|подкасты|здоровье|бизнес|архив|прямой эфир)", r"(?:смотреть|воспроизвести|включить) видео", r"показать (?:еще|ещё|больше|все)", r"загрузить (?:еще|ещё)", r"нажмите,? (?:чтобы|здесь|для)", r"вперед", r"назад", r"далее", r"скачать приложение", r"скачайте (?:наше )?приложение",
        r"portada", r"首[页頁]", r"菜[单單]", r"搜[索寻尋]", r"[关關][闭閉]", r"返回(?:顶部|首页|頂部)?", r"导航", r"(?:国际|国内|时政|财经|体育|娱乐|科技|社会|文化|健康|军事|视频|图片|评论|观点|专题|直播|滚动|要闻|港澳|台湾|房产|汽车|教育|旅游|国际新闻|中国|世界|关于我们|联系我们|网站地图|新闻)", r"点击(?:播放|观看|查看|这里|此处|放大)(?:视频)?", r"播放(?:视频)?", r"观看视频", r"查看更多", r"加载(?:更多|中)", r"下[载載](?:客户端|应用|APP|app)?", r"跳[转轉至到]+(?:主要)?(?:内容|正文)", r"باش بەت", r"ئىزدەش", r"تىزىملىك", r"خەۋەرلەر", r"ۋىدېئو(?:نى قويۇش)?",
    ),
    "legal": (
        r"all rights reserved", r"copyright", r"©", r"\(c\)", r"terms (?:of (?:use|service)|and conditions|& conditions)", r"contact us", r"about us", r"site ?map", r"accessibility(?: statement)?", r"advertise with us", r"careers", r"legal (?:notice|information)", r"imprint", r"corrections policy", r"code of (?:conduct|ethics)", r"(?:ltd|inc|llc|corp|gmbh)\.?", r"powered by",
        r"tous droits r[eé]serv[eé]s", r"mentions l[eé]gales", r"conditions g[eé]n[eé]rales(?: d['’]utilisation| de vente)?", r"(?:nous )?contact(?:ez-nous|er)?", r"plan du site", r"qui sommes-nous", r"droits d['’]auteur", r"cgu", r"reproduction interdite",
        r"todos los derechos reservados", r"derechos reservados", r"aviso legal", r"t[eé]rminos (?:y condiciones|de (?:uso|servicio))", r"contacto", r"qui[eé]nes somos", r"mapa del sitio", r"prohibida (?:la|su) reproducci[oó]n",
        r"(?:جميع|كافة|كل) (?:ال)?حقوق محفوظة", r"حقوق (?:ال)?(?:نشر|طبع|ملكية)", r"محفوظة", r"شروط (?:ال)?(?:استخدام|خدمة)", r"الشروط والأحكام", r"اتصل بنا", r"من نحن", r"خريطة الموقع",
        r"(?:все )?права (?:защищены|сохранены)", r"правообладател[ья]", r"пользовательское соглашение", r"условия использования", r"правовая информация", r"о компании", r"обратная связь", r"карта сайта", r"при (?:использовании|цитировании) (?:материалов|ссылка).{0,60}обязательна",
        r"版[权權]所有", r"版[权權]声明", r"(?:转载|轉載)(?:请|須|需|必究|注明)", r"未经(?:授权|许可).{0,12}(?:转载|使用)", r"使用[条條]款", r"服务条款", r"免责声明", r"[联聯]系我[们們]", r"[关關][于於]我[们們]", r"(?:京|沪|粤)?ICP[备備证證]\S{0,20}", r"بارلىق ھوقۇق(?:لار)? (?:ساقلانغان|قوغدىلىدۇ)", r"نەشر ھوقۇقى",
    ),
    "metadata": (
        r"\d+ ?(?:min(?:ute)?s?)(?: read| to read)?", r"reading time", r"estimated", r"\d[\d.,]*[km]? (?:views|shares|reads|likes)", r"tags?", r"topics?", r"filed under", r"categor(?:y|ies)", r"share count", r"word count", r"\d+ (?:hours?|days?|weeks?|months?|min(?:ute)?s?) ago", r"page \d+(?: (?:of|/) \d+)?",
        r"\d+ ?min(?:utes?)? de lecture", r"temps de lecture", r"lecture", r"lecture \d+ min", r"mots[- ]cl[eé]s", r"[eé]tiquettes", r"il y a \d+ (?:heures?|jours?|minutes?)", r"\d+ vues",
        r"(?:tiempo de )?lectura", r"\d+ ?min(?:utos?)? de lectura", r"etiquetas", r"temas", r"hace \d+ (?:horas?|d[ií]as?|minutos?)", r"(?:\d+ )?(?:vistas|visitas)",
        r"(?:مدة|وقت|زمن) (?:ال)?قراءة", r"(?:\d+|[٠-٩]+) ?(?:دقيقة|دقائق)(?: قراءة| للقراءة)?", r"وسوم", r"الوسوم", r"كلمات (?:مفتاحية|دلالية)", r"منذ (?:\d+ )?(?:ساعات?|أيام|يوم|دقائق|ساعة)", r"(?:ال)?مشاهدات",
        r"время (?:на )?чтени[яе]", r"(?:чтение|читать):? ?\d+ ?мин(?:ут[ыа]?)?", r"\d+ ?мин(?:ут[ыа]?)?\.?(?: на чтение| чтения)?", r"теги", r"метки", r"ключевые слова", r"просмотр(?:ов|ы|а)", r"(?:\d+ )?(?:часов|часа|час|дней|дня|минут) назад", r"рубрика",
        r"(?:阅读|预计)(?:时间|时长|需时|需)?(?:约)?", r"\d+ ?分钟(?:阅读|读完)?", r"[标標][签籤]", r"[关關][键鍵][词詞字]", r"(?:阅读|浏览|点击)(?:量|次数|数)?", r"字[号號](?:大小)?", r"\d+ ?(?:小时|分钟|天)前", r"第\d+页(?:共\d+页)?", r"责任编辑", r"خەتكۈچ",
    ),
}  # fmt: skip
#: Words that may stand beside a strong phrase without making the line a sentence.
FILLER: Final = (
    r"x|a|an|the|this|that|these|our|your|my|you|we|us|it|to|of|for|and|or|on|in|with|by|from|at|via|is|are|be|all|more|here|now|today|free|new|full|click|tap|please|below|above|after|before|story|stories|article|articles|content|page|pages|site|website|app|video|news|daily|weekly|day|days|month|year|week|"
    r"link|links|button|continue|reading|read|watch|view|show|get|day['’]s|headlines|latest|top|breaking|updates?|alerts?|not|don['’]t|want|like|up|out|off|just|only|unlimited|access|try|start|digital|offer|save|per|cancel|anytime|learn|about|policy|settings|options|manage|use|uses|using|go|back|me|i|yes|no|ok|okay|later|maybe|got|understand|preferences|necessary|essential|choices|team|staff|national|local|world|"
    r"le|la|les|l['’]|d['’]|un|une|des|du|de|et|ou|à|au|aux|sur|par|pour|avec|dans|en|votre|vos|nos|notre|mes|mon|ce|cet|cette|ci-dessous|après|suite|article|tous|toutes|jour|jours|ici|plus|actualité|info|infos|gratuit|gratuitement|cliquez|qui|vous|nous|se|pas|"
    r"el|los|las|uno|una|unos|del|y|o|al|sobre|por|para|con|tu|tus|su|sus|mi|nuestro|nuestra|nuestros|nuestras|este|esta|abajo|debajo|después|tras|más|aquí|hoy|día|días|gratis|noticia|historia|artículo|nota|lo|que|no|nos|"
    r"في|من|على|إلى|الى|عن|مع|هذا|هذه|بعد|أسفل|أدناه|قبل|هنا|اليوم|الآن|كل|أو|و|ثم|لك|لكم|لدينا|مجانا|مجاناً|المقال|الخبر|القصة|الموقع|الصفحة|التطبيق|يوميا|يومياً|عبر|آخر|أهم|الأخبار|"
    r"недел[яюи]|месяц|сутки|время|в|на|и|или|с|со|к|ко|о|об|от|до|по|из|у|за|для|под|после|ниже|наш|наша|наши|нашу|нашей|наше|ваш|ваша|вашу|ваши|этот|эту|эта|это|все|всё|еще|ещё|сейчас|здесь|сегодня|бесплатно|статью|статьи|статья|новость|материал|сайт|сайта|чтобы|день|дня|дней|главные|последние|новости|новостей|не|мы|вы|нас|вам|"
    r"小|中|大|图文|精彩|的|了|和|与|及|或|在|请|您|你|我们|您的|你的|我|本|此|这|篇|更多|每日|今日|每天|立即|马上|现在|免费|新闻|资讯|文章|内容|本站|网站|之后|后|前|下方|上方|以下|继续|至|到|并|用|个|我的|最新|阅读|"
    r"بىلەن|ۋە|ئۈچۈن|بۇ|يەنە|تېخىمۇ|كۆپ|\d+"
)  # fmt: skip
