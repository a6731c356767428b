# ruff: noqa: E501  (one line per language: wrapped, the words could not be compared)
"""Single words by which furniture betrays itself, as data: by what they speak of, in twelve languages.

A word with `*` stands for all words that begin so. None of them decides alone: they are weighed with a line's shape and place.
"""

from typing import Final

#: What a word speaks of → words, folded (case, accents, Arabic alefs and Chinese long forms do not count).
CUES: Final[dict[str, str]] = {
    "ad": """
        ad ads advert* adchoices sponsor* promoted promotion* advertorial affiliate* taboola outbrain branded adblock* commercial partner partners code promo
        publicit* annonce* sponsoris* partenaire* anuncio* anunciant* publicidad* patrocin* promocion* publirreportaje afiliado* patrocini* anzeige* werbung* gesponsert* pubblicita annunci anuncios
        اعلان* ممول* برعايه رعايه دعائي* تسويقي* ترويجي* شركائنا مدفوع* آگهي* تبليغ* حامي*
        реклам* спонсор* партнер* промо* промокод erid токен спецпроект* объявлени* смі2 сми2
        广告 推广 赞助 商务 特约 冠名 推介 优惠 促销 折扣 合作伙伴 软文 ئېلان* تىجارەت* قوللىغۇچى* ھەمكارلاشقۇ*
        reklam* sponsor* ilan advertorial tanitim* katkilariyla isbirligi* cekilis* kampanya* indirim*""",
    "trade": """
        shop* buy* sale sales deal deals offer offers discount* coupon* voucher* save saving savings cheap* price* shipping delivery order book booking % £ $ € free trial month monthly week win prize competition limited bargain store
        achet* solde* remise* offre* livraison gratuit* mois prix boutique commande* profit* compra* rebaja* descuento* oferta* envio* gratis mes precio* tienda pedido* sorteo angebot* rabatt* kaufen kostenlos monat comprar desconto* frete sconto gratuita
        خصم* تخفيض* عرض عروض تسوق* شراء اشتر مجان* شهري* وفر سعر* هديه احجز كود تخفيف* خريد رايگان
        скидк* распродаж* закаж* купить купите бесплатн* рубл* месяц* доставк* акци* цена цены магазин заказ* подарок
        立减 免费 限时 购买 优惠券 低至 包邮 每月 抢购 特价 折起 新人 领取 元起 ئەرزان* ئېتىبار* سېتىۋېل* ھەقسىز ئايلىق
        firsat* satin* siparis* kargo* bedava ucretsiz* ayda tl lira* fiyat* magaza* hediye*""",
    "letter": """
        newsletter* inbox email* e-mail* mail mailing subscri* unsubscri* bulletin briefing digest alert alerts notification* signup roundup round-up headlines spam enter submit
        infolettre* lettre abonn* courriel* inscri* desabonn* boite alertes notifications quotidienne hebdo boletin* suscri* correo* bandeja titulares notificacion* avisos inscrib* apunta* assin* anmelden abonnier* postfach newsletter iscriv* cadastr*
        نشره نشرتنا نشرات بريد* اشترك* اشتراك* تنبيه* اشعار* بريدي* خبرنامه ايميل* عضويت*
        подписка подписки подписку подпиской подписаться подписывай* подпиш* рассыл* почт* письм* дайджест* уведомлен* e-mail адрес отпис* спам*
        订阅 邮箱 邮件 电子报 简报 推送 通知 退订 收件 来信 早报 晚报 早知道 مۇشتەر* خەۋەرنام* ئېلخەت* ئۇقتۇرۇش* ساندۇق*
        bulten* abone* e-posta* eposta* posta* bildirim* kaydol* kayit* mektub*""",
    "consent": """
        cookie* consent* privacy gdpr preferences accept* reject* agree* settings setting choices personalis* personaliz* customise customize technologies device identifiers legitimate opt-out ccpa processing
        cookies accepter refuser consent* confidentialit* traceurs parametr* personnalis* donnees aceptar acepta* aceptas rechazar privacidad configur* personalizar preferencias terceros datos zustimm* datenschutz akzeptier* aceitar
        ارتباط كوكيز كوكي خصوصي* موافق* اوافق توافق قبول رفض تفضيلات اعدادات* تخصيص بياناتك حريم كوكى*
        cookie куки соглас* принять принима* отклон* конфиденциальн* персональн* приватност* понятно обработк*
        隐私 同意 接受 拒绝 偏好 缓存 允许 我知道 自定义 مەخپىيەت* قوشۇل* تەڭشەك* رەت شەخسىي
        cerez* gizlili* kabul reddet* kvkk aydinlatma ozelle* tercih* izin* kisisel""",
    "account": """
        log login logout sign signin register* account password member members membership premium subscriber* unlock* trial guest unlimited exclusive free remaining access archive print edition renew*
        connect* compte motdepasse passe abonnes identif* reserve gratuits illimite sesion cuenta contrasena registr* suscriptor* socio socios ilimitado acceso ingresa* invitado exclusivo gratis einloggen konto passwort conta senha accedi
        دخول حساب* تسجيل سجل* كلمه المرور مشترك* اعضاء حصري* مجاني* زائر عضو* باقي ورود گذرواژه
        войти войд* вход регистрац* зарегистр* аккаунт* пароль* авториз* кабинет* подписчик* доступ* гость бесплатн* пробн*
        登录 注册 会员 账号 帐号 账户 密码 订户 付费 专享 畅读 游客 套餐 登陆 解锁 كىرىش كىرىڭ تىزىملىت* ئەزا* پارول* ھېسابات* مېھمان
        giris uye uyelik* hesab* sifre* oturum* abonel* misiniz ziyaretci sinirsiz premium""",
    "support": """
        support* donat* contribut* journalism reader readers reader-supported fund* supporter* chip help journalists newsroom independent reporting patron backers
        soutenez soutenir soutien don dons contribu* journalisme lecteurs independant* financ* dona donar donacion* apoya* apoyo colabora* periodismo lectores sostener aporta* hazte spende* unterstutz* doe doar apoie sostieni
        ادعم* دعمك دعمكم تبرع* ساهم* صحافه مستقل* قرائنا قرائها داعمي* ساندونا كمك حمايت*
        поддерж* пожертвован* донат* журналист* читател* помощ* помогите соучастник* независим* переведите
        支持 捐款 捐助 赞赏 打赏 独立 记者走 读者 ئىئانە* قوللا* ياردەم* مۇستەقىل خەۋەرچىلىك*
        destek* bagis* gazetecili* okurlarimiz* bagimsiz* katki* omuz""",
    "share": """
        share* facebook twitter whatsapp telegram linkedin reddit pinterest instagram youtube tiktok wechat weibo messenger threads bluesky mastodon viber vk x copy copied link comment* follow* tweet* reply replies react* like likes liked discuss* conversation join poll vote voted survey opinion tip tips mistake error contact send google
        partag* suivez commentair* reagi* tweeter lien copie* sondage votez rejoignez erreur signaler comparti* comparte* seguir siguenos comentar* enlace unete encuesta votar opinas postear cuentan* teilen kommentar* folgen compartilh* coment* siga condividi
        شارك* شاركنا مشارك* فيسبوك تويتر واتساب تلغرام تليغرام لينكد يوتيوب انستغرام تابعون* تابعنا تعليق* استطلاع رابط الرابط نسخ انضم* رايك* خطا راسلنا انشر ارسلو* ارسل* اشتراك_گذاري نظر نظرات
        подели* репост* вконтакте одноклассник* телеграм* фейсбук* ватсап* коммент* обсуд* лайк* голосовать проголосуйте опрос* ссылк* читайте_нас следите вступайте присоедин* присылайте ошибк* опечатк* дзен* youtube друзьям группу вк тг ok
        分享 转发 微信 微博 朋友圈 评论 留言 点赞 收藏 关注 扫码 扫描 二维 公众 好友 复制 链接 投票 爆料 报错 线索 抢沙发 举报 脸书 跟帖 回复 客户端 粉丝 空间
        ھەمبەھىر* ئورتاقل* فېيسبۇك* تىۋىتت* تېلېگرام* ۋاتساپ* ئۇندىدار* ئىنكاس* ئۇلانم* كۆچۈرۈ* كۆزىتىڭ قوشۇلۇڭ پىكرىڭ* ياقتۇر* يوللا* يۇتۇب* قانىلىم* دوستلىر*
        paylas* yorum* takip* tweet* begen* anket* baglanti* kopyala* katil* kanal* dusunuyorsunuz ihbar hata bildir* gonder* hatti*""",
    "media": """
        listen watch video videos audio podcast* play photo photos gallery galleries image images picture pictures pics pic slideshow live stream download app apps android ios iphone fullscreen enlarge zoom volume subtitles transcript voice font size print printable
        ecouter ecoutez regarder video photos galerie images direct telecharg* application agrandir imprimer escuch* reproducir foto fotos galeria imagen* descarg* imprimir ampliar vivo directo audio voz horen bilder herunterladen ouvir imagens baixar
        استمع* شاهد* فيديو صور صوره تصوير بث حمل* تطبيق* طباعه تشغيل الخط صوتي* عدسه كاريكاتير ببينيد دانلود عكس
        слушать слушайте послушать смотреть смотрите видео фото* аудио* подкаст* галере* эфир* скача* приложени* озвуч* шрифт* распечат* печать увелич* снимок экран* кадр
        收听 播放 观看 视频 音频 图片 图集 直播 下载 语音 播报 字号 打印 全屏 大图 摄影 截图 供图 高清 播客
        ئاڭلاڭ ئاڭلاش سىن سىنلار رەسىم* سۈرەت* فوتو* چۈشۈر* ئەپنى ئەپ ئاۋازلىق بېسىپ چوڭايت* نەق
        dinle dinleyin izle izleyin video* foto* galeri* canli* indir indirin uygulama* yazdir* buyut* ekran* sesli kare arsiv""",
    "related": """
        continue* continues below scroll rest remaining sigue continua contin* suite poursui* fortsetz* يتبع تتمه بقيه تكمله مستمره يستمر تابع واصل ادناه продолж* дальше ниже полностью целиком 继续 未完 下文 下方 剩余 全文 داۋام* تولۇق تۆۋەندە asagida surmekte surdur* devam* tamami
        read more also related recommend* popular trending latest next previous top stories story must-read explore miss missed most best headlines coverage keep further background earlier archive analysis explainer watch listen opinion editors picks loved exploring spotlight featured
        lire lu lus aussi egalement voir suite similaires populaires dernieres recommand* plus suivant precedent decouvrir dossier tambien ademas leido leidas visto relacionad* recomend* ultimas mas interesar pierdas tendencias siguiente anterior titulares destacad* lea lee leer mire fondo antecedentes mehr lesen auch beliebt meistgelesen leia veja mais lidas leggi anche
        اقرا* اقرء* ايضا المزيد للمزيد صله الاكثر قراءه مشاهده متعلقه مشابهه يهمك يعجبك اخترنا مختارات مقترح* تداول* طالع* التالي السابق ابرز احدث اخر خلفيه الارشيف بيشتر بخوانيد مرتبط
        читайте читать также тоже еще теме похож* популярн* рекоменд* последние главное главные самое обсуждаем* далее ранее подробн* материал* новост* пропуст* выбор лента топ-* топ хит архив* анализ* разбор*
        相关 阅读 延伸 更多 推荐 热门 排行 猜你 喜欢 上一 下一 另见 精选 要闻 热点 往期 此前 深度 不容错过 头条 在看 热文 最新 专题 同类 接着读
        مۇناسىۋەت* ئوقۇڭ ئوقۇش يەنە تەۋسىيە* ئەڭ كۆپ تەپسىلات* باشقا تېخىمۇ يېڭى ئالدىنقى كېيىنكى* ئاۋات* ئاساسلىق ماۋزۇلار* بۇنىمۇ
        okuyun oku okunan* ilgili benzer son onceki sonraki diger ayrica populer* one cikan* onerilen* secti* izleyin ayrinti* devam* arsivden kacirma* manset* gundem* konusulan* daha fazla* tumunu siradaki bunlari""",
    "nav": """
        home homepage menu search close skip content navigation open back page section sections view show hide load expand collapse toggle previous next first last older newer jump top all topics a-z index edition language english francais deutsch espanol
        accueil menu rechercher recherche fermer aller contenu haut rubriques page afficher masquer inicio portada buscar cerrar menu saltar arriba volver pagina secciones ver mostrar ocultar abrir primera ultima entradas startseite suche seite inicial buscar
        الرئيسيه القائمه قائمه بحث اغلاق انتقل تخط المحتوي الصفحه صفحه عرض العوده الاولي اخفاء فتح الكل خانه جستجو
        главная меню поиск закрыть перейти содержан* наверх страниц* показать скрыть открыть рубрик* раздел* первая последняя назад вперед записи развернуть
        首页 菜单 导航 搜索 关闭 返回 顶部 跳到 跳转 正文 当前 位置 栏目 查看 加载 展开 收起 打开 上页 末页 页码 简体 繁体 头版 直达
        باش بەت بەتكە تىزىملىك* ئىزدە* تاقاش يۇقىرىغا قايتىش ئاتلا* مەزمۇن* يوشۇر* ئېچىش يازما بىرىنچى
        anasayfa ana sayfa* menu* ara kapat icerige icerik* gec atla basa don goster* gizle* acin ac buradasiniz kategoriler""",
    "legal": """
        prohibited operated owned liability liable linked external whole responsible copia operado responsable externos копировани* запрещен* принадлежит внешн* ссылка 禁止 复制 运营 外部 责任 يحظر نسخ الخارجيه يدار چەكلىن* جاۋابكار* قىسمەن كۆچۈرۈش kopyalan* isletil* yasak* disi alinti*
        © copyright rights reserved terms conditions policy policies permission reproduced reproduc* redistributed registered ltd inc llc disclaimer complaints imprint contact about careers advertise sitemap accessibility ethics standards trademark syndication publisher
        droits reserves mentions legales conditions generales reproduction interdite contact propos qui sommes-nous derechos reservados aviso legal terminos condiciones prohibida reproduccion contacto quienes somos politica editorial responsabilidad impressum rechte vorbehalten agb direitos termos diritti riservati
        حقوق محفوظه شروط استخدام سياسه اتصل الاحكام اعاده نشر خريطه الموقع اراء اصحابها تعبر مسؤول* يمنع اتفاقيه وظائف التحرير هيئه قوانين
        права защищены использован* перепечатк* правообладат* соглашени* свидетельств* учредител* редакци* условия политик* контакты вакансии мнение ответственност* сетевое издание зарегистрирован* роскомнадзор 16+ 18+ ооо правила
        版权 所有 转载 声明 条款 许可证 备案 授权 免责 联系我们 关于我们 网站 地图 招聘 不代表 立场 观点 法律 顾问 友情 注明 出处 违法 不良 信息 主办 投稿 icp
        ھوقۇق* ساقلانغان نەشر شەرتلى* مەنبەسى* كۆچۈرۈپ ئالاقە* ھەققىدە بېكەت*
        haklari saklidir kunye iletisim kosullar* sart* izinsiz kaynak gosteril* sorumlu* yayin ilkeleri ulasin hakkimizda yasal""",
    "meta": """
        tags tag topics topic filed category keywords updated published posted modified ago minutes minute mins min hours hour views view shares reads read yesterday today just breaking exclusive live now explainer # words time reading long
        minutes lecture heures mots-cles vues jour publie mis hace minutos horas lectura lecturas actualizad* publicad* etiquetas vistas visitas ayer hoy hora exclusiva urgente palabras temas minuten stunden lesezeit leitura minuti
        منذ قبل دقيقه دقائق ساعه ساعات الوسوم وسوم مفتاحيه كلمات تحديث نشر مده قراءه مشاهده امس عاجل مباشر حصري خاص خبر التصنيف تصنيف ايام يومين دقيقة
        назад минут* часа часов час обновлен* опубликован* теги метки ключевые слова просмотр* вчера сегодня срочно молния эксклюзив время чтения мин рубрика тыс онлайн
        小时前 分钟 天前 标签 关键词 更新 发布 阅读时间 浏览 栏目 突发 独家 快讯 昨天 约需 时间 点击 次数 读完 本文提到 提到 千次 万次
        سائەت مىنۇت* بۇرۇن ئىلگىرى خەتكۈچ* كۆرۈل* يېڭىلان* جىددىي تۈنۈگۈن ئوقۇش ۋاقتى تېز خەۋەر
        once dakika* saat okuma suresi etiket* guncelle* yayin* goruntulen* okunma okunur dun kategori* flas ozel son""",
    "reader": """
        you your yours you're you've you'll we we've our us i'm
        vous votre vos nous notre nos tu ton tes te tu tus usted su sus nosotros nuestro nuestra nuestros nuestras deine sie ihr ihre wir unser voce seu sua nosso
        لك لكم لكي بريدك هاتفك رايك دعمك قراءتك شاشتك نحن لدينا شما
        вы вас вам ваш* мы нас нам наш* ваши свой
        您 你 您的 你的 我们 本站 本网 سىز سىزنىڭ سىزگە سىزنى بىز بىزنى بىزنىڭ بىزگە
        siz sizi size sizin sizler* biz bizi bize bizim""",
    "do": """
        click tap enter get join discover find see try start stay check tell send visit turn enable allow choose select scan call write help add make browse go install upgrade choose learn don't please thank thanks
        cliquez entrez recevez decouvrez trouvez essayez restez consultez envoyez activez choisissez profitez merci haz haga introduce recibe descubre prueba mira visita activa elige consulta envia manda escribe conoce aprovecha gracias klicken sie clique receba
        اضغط انقر ادخل احصل اكتشف تعرف جرب ابق ارسل فعل اختر زوروا اطلع شكرا يرجي لا_تفوت احفظ ادعم واصل
        нажм* введите узна* найдите попробуйте оставайтесь пришлите пишите включите разреш* выберите оформите зайдите спасибо оставьте откройте получ* прочит* установите
        点击 输入 请 获取 加入 发现 立即 马上 开启 打开 选择 填写 留下 长按 识别 欢迎 感谢 查收 快来 看看 升级
        كىرگۈز* بېسىڭ قوشۇلۇڭ كۆرۈڭ ئېچىڭ تاللاڭ سىناڭ رەھمەت قالدۇرۇڭ تېپىڭ بېرىپ قويماڭ
        tiklayin tikla girin alin kesfedin bulun deneyin kacirmayin acin secin okuyun yazin bakin tesekkurler lutfen gelsin ogrenin deyin""",
    "page": """
        article articles story stories site website page newsletter app browser webpage newsroom editor editors editorial journalism reporter reporters correspondent newspaper coverage content column author authors writer writes byline staff agency
        article site page redaction journaliste* journal auteur contenu articulo* sitio web pagina redaccion periodista* diario noticia noticias contenido* autor autora editora editor corresponsal agencia artikel seite redaktion
        مقال* موقع خبر اخبار صفحه تحرير مراسل* صحفي* كاتب* محرر* محتوي بقلم اعداد وكالات متابعات ترجمه كتب
        сайт* стать* материал* публикаци* редакци* редактор* корреспондент* автор* страниц* новост* журналист* портал* текст обозревател* перевод
        本文 文章 网站 本报 新闻 报道 页面 内容 编辑 记者 作者 责任 来源 撰文 校对 翻译 发自 采写 供稿 通讯员 本网 评论员 音频
        ماقال* خەۋەر* بېكەت* بەت ئاپتور* مۇخبىر* مۇھەررىر* تەييارلى* يازغۇچى تەرجىم* تور مەنبە
        haber* yazi* sayfa* site* icerik* muhabir* editor* yazar* gazete* haberi hazirlayan ceviri kaynak*""",
    "often": """
        every each once twice week weekly daily day morning evening noon weekend friday sunday chaque fois semaine matin soir jour cada vez semana manana tarde noche viernes lunes
        كل مره اسبوعيا يوميا يومي اسبوع صباح مساء جمعه نهايه каждый каждую каждое раз недел* еженедельн* ежедневн* утро* утром вечер* вечером полдень пятнич* выходн*
        每天 每周 每晚 每日 每早 一封 一次 早上 晚上 周五 周末 ھەر كۈندە ھەپتىدە ھەپتىلىك كۈندىلىك كەچتە ئەتىگەن بىرلا her gunde haftada haftalik gunluk sabah aksam* kez pazar cuma""",
    "place": """
        weather forecast rain sunny cloudy wind humidity sleet °c °f ° pollen temperature traffic stocks nasdaq ftse index brent euro dollar gold s&p dow
        meteo pluie vent nuageux bourse cac tiempo lluvia viento soleado aguanieve grados ibex bolsa dolar oro wetter regen
        طقس غائم ماطر درجات الدولار اليورو الذهب مواقيت الصلاه
        погод* дождь снег ветер влажн* курс валют* usd eur
        天气 小雨 多云 雨夹雪 空气 湿度 指数 恒生 上证 深证 气温 ھاۋارايى* بۇلۇتلۇق قار گرادۇس دوللار ياۋرو
        hava yagmur* derece dolar euro altin bist namaz""",
}
