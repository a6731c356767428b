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
        reklam* sponsor* ilan advertorial tanitim* katkilariyla isbirligi* cekilis* kampanya* indirim*
        coupon* cashback checkout bestsell* bargain* mattress* slippers broadband boiler insurer affiliate-link earn earns commission* purchases vacancy vacancies hiring cruise casino betting bookmaker installment warranty refund* clearance rrp giveaway voucher* cancel anytime brand-new
        cupon* chollo* barato compra* comision ahorra* ahorro rebaja* gana sorteo envio llevate vacante* empleo anunciante* colaboracion soldes livraison gagnez
        عموله خصومات كوبون* توصيل شحن وفر ارخص اشتري تسوق المعلن* اعلن دينارا دعايه سحب جائزه وظائف
        акци* распродаж* комисси* вознагражден* erid доставк* выигр* розыгрыш* промокод* купон* вакансию вакансии рублей дешевле кэшбэк* кредит* застрахуй* спонсор* рекламодател* баннер*
        优惠 特价 限时 包邮 首单 立减 促销 大促 佣金 返利 抽奖 礼品 团购 秒杀 折扣 立省 比价 满减 赞助 冠名 推介 广告主 报名热线
        باھا* ئېتىبار* ھەقسىز مۇكاپات زاكاز* ئەرزان* سېتىۋال* سېتىۋېلىڭ ئېلانى* سودا تېجەڭ قوللىشىدا
        komisyon* indirim* kampanya* kargo siparis* hediye* cekilis* ucuz* kazan* taksit* kupon* ortakli* advertorial tanitim* sponsor* destegiyle katkilariyla reklamver*""",
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
        bulten* abone* e-posta* eposta* posta* bildirim* kaydol* kayit* mektub*
        inboxes digest* mailbox recap* briefing* roundup* round-up spam unsubscrib* opt confirm* confirmed confirmation resend deliver* delivered alerts bell curated summarise* summarize* summar* weekly-email newsletter*
        boletines bandeja resumen* avisemos avisa* avisar* baja alertas campana destinat* recibir* enviamos mandamos electronico electronica spam confirma* reenviar recap* resume* matinale
        بريدي نلخص* نرسل* ترسل تصلك يصلك ليصلك تصل ملخص* الموجز الجرس مزعجه نشره الاخباريه عناوين تاكيد
        письмо письма письмом присыла* пришл* подтверд* дайджест* перескаж* пересказ* коротко утренн* ежеутренн* оповещен* пуш* рассылк*
        每晚 每封 一封 邮箱 信箱 通讯 要闻精选 摘要 总结 推送 打扰 垃圾 退订 提醒 送达 送到 填入
        ئەۋەت* خۇلاسىلە* جەزملە* ئەسكەرت* قوڭغۇراق* خەۋەردار ئەخلەت خەتتە
        e-bulten* ebulten* kutunuz* ozet* ozetle* onay* zile zil spam mektub* gonder* posta* bildirim*""",
    "consent": """
        cookie* consent* privacy gdpr preferences accept* reject* agree* settings setting choices personalis* personaliz* customise customize technologies device identifiers legitimate opt-out ccpa processing
        cookies accepter refuser consent* confidentialit* traceurs parametr* personnalis* donnees aceptar acepta* aceptas rechazar privacidad configur* personalizar preferencias terceros datos zustimm* datenschutz akzeptier* aceitar
        ارتباط كوكيز كوكي خصوصي* موافق* اوافق توافق قبول رفض تفضيلات اعدادات* تخصيص بياناتك حريم كوكى*
        cookie куки соглас* принять принима* отклон* конфиденциальн* персональн* приватност* понятно обработк*
        隐私 同意 接受 拒绝 偏好 缓存 允许 我知道 自定义 مەخپىيەت* قوشۇل* تەڭشەك* رەت شەخسىي
        cerez* gizlili* kabul reddet* kvkk aydinlatma ozelle* tercih* izin* kisisel
        data necessary essential non-essential vendors vendor third-party analytics tracking storage withdraw revoke javascript browser blocker adblock* disable enable embedded embed categories purposes legitimate-interest functional performance strictly targeting
        datos navegador socios dispositivo almacen* bloqueador javascript tratamos uso necesarias interes legitimo retirar gestionar terceros proveedores analiti* analityques consentement navigateur donnees tiers
        بيانات البيانات الضروريه شركاؤنا شركائنا وشركاؤنا متصفح* جهازك مانع جافا سكريبت ملفات تعريف تخصيص مخصصه السماح تفعيل طرف ثالث جهه تحليل سحب
        данные данных партнер* браузер* блокировщик* javascript сторонн* устройств* аналитик* необходимые сохранить файлы обработк* отозвать
        第三方 浏览器 缓存文件 存储 数据 撤回 必要 合作伙伴 个性化 拦截 插件 启用 javascript cookie 更改 偏好
        شېرىك* توركۆرگۈ* ئۇچۇر* زۆرۈر cookie javascript رۇخسەت تاللىش* قايتۇرۇۋ* ئۈچىنچى ئۈسكۈن*
        ortakla* tarayici* veri verileri* cihaz* engelleyici* javascript ucuncu taraf* kisisellestir* gerekli onay* analiz* zorunlu""",
    "account": """
        log login logout sign signin register* account password member members membership premium subscriber* unlock* trial guest unlimited exclusive free remaining access archive print edition renew*
        connect* compte motdepasse passe abonnes identif* reserve gratuits illimite sesion cuenta contrasena registr* suscriptor* socio socios ilimitado acceso ingresa* invitado exclusivo gratis einloggen konto passwort conta senha accedi
        دخول حساب* تسجيل سجل* كلمه المرور مشترك* اعضاء حصري* مجاني* زائر عضو* باقي ورود گذرواژه
        войти войд* вход регистрац* зарегистр* аккаунт* пароль* авториз* кабинет* подписчик* доступ* гость бесплатн* пробн*
        登录 注册 会员 账号 帐号 账户 密码 订户 付费 专享 畅读 游客 套餐 登陆 解锁 كىرىش كىرىڭ تىزىملىت* ئەزا* پارول* ھېسابات* مېھمان
        giris uye uyelik* hesab* sifre* oturum* abonel* misiniz ziyaretci sinirsiz premium
        sign-in signin signed logged username forgot remember reset authenticate verify captcha paywall digital upgrade limit quota allowance subscriptions switch profile settings access-all unlock renew gift-article
        contrasena perfil iniciar inicia inicie sesion cuenta registrate registrese registra* recuerda* olvidaste limite mensual desbloque* planes hazte accede* acceder digital suscrip* abonne* identifiez
        المرور السر كلمه نسيت تذكر* تذكرني الخروج ملفي حدود الحد خطط اشترك للمتابعه لمواصله بقي تبقي مقفل افتح
        забыли запомн* профил* тариф* лимит* исчерпа* выйти доступно только пробный подписке участник* разблокир* осталось остался
        登出 退出 忘记 记住 个人中心 限额 篇数 免费 剩余 方案 升级 充值 畅读 尊享 专属 身份 验证码 会籍
        ئۇنتۇپ چېكىنىش ئەستە چەك* تىزىملى* پروفىل* ئاچقۇچ* ئەزالىق ھېسابات*
        unuttu* hatirla cikis profil* kilid* sinir* secenek* aylik deneyin ucretsiz kullanici parola abonelere kayitli""",
    "support": """
        support* donat* contribut* journalism reader readers reader-supported fund* supporter* chip help journalists newsroom independent reporting patron backers
        soutenez soutenir soutien don dons contribu* journalisme lecteurs independant* financ* dona donar donacion* apoya* apoyo colabora* periodismo lectores sostener aporta* hazte spende* unterstutz* doe doar apoie sostieni
        ادعم* دعمك دعمكم تبرع* ساهم* صحافه مستقل* قرائنا قرائها داعمي* ساندونا كمك حمايت*
        поддерж* пожертвован* донат* журналист* читател* помощ* помогите соучастник* независим* переведите
        支持 捐款 捐助 赞赏 打赏 独立 记者走 读者 ئىئانە* قوللا* ياردەم* مۇستەقىل خەۋەرچىلىك*
        destek* bagis* gazetecili* okurlarimiz* bagimsiz* katki* omuz
        gift gifts give giving nonprofit non-profit funding backer sustain* membership billionaire owner shareholders paywall-free chip pay-what independent-journalism reader-funded sustaining
        aporta* aportacion* lectores apoyanos ayudanos ayuda* contribuye* socios sostener dono* mecen* microdon*
        تبرعات ساعدنا ساعدونا مساهمه مساهمتك تمول نعتمد ربحيه دعم القراء امثالك صحافتنا
        взнос* некоммерческ* донат* помогите помогает благодаря читателей читателям независим* краудфанд* поддержка
        捐助 捐赠 支持我们 依靠 非营利 众筹 资助 独立报道 每一份
        ئىئانىڭ* تايىنىد* پايدا ئوقۇرمەن*
        bagisci* okurla okurlara yasiyoruz gutmeyen katkiniz desteginiz emek""",
    "share": """
        share* facebook twitter whatsapp telegram linkedin reddit pinterest instagram youtube tiktok wechat weibo messenger threads bluesky mastodon viber vk x copy copied link comment* follow* tweet* reply replies react* like likes liked discuss* conversation join poll vote voted survey opinion tip tips mistake error contact send google
        partag* suivez commentair* reagi* tweeter lien copie* sondage votez rejoignez erreur signaler comparti* comparte* seguir siguenos comentar* enlace unete encuesta votar opinas postear cuentan* teilen kommentar* folgen compartilh* coment* siga condividi
        شارك* شاركنا مشارك* فيسبوك تويتر واتساب تلغرام تليغرام لينكد يوتيوب انستغرام تابعون* تابعنا تعليق* استطلاع رابط الرابط نسخ انضم* رايك* خطا راسلنا انشر ارسلو* ارسل* نظر نظرات
        подели* репост* вконтакте одноклассник* телеграм* фейсбук* ватсап* коммент* обсуд* лайк* голосовать проголосуйте опрос* ссылк* следите вступайте присоедин* присылайте ошибк* опечатк* дзен* youtube друзьям группу вк тг ok
        分享 转发 微信 微博 朋友圈 评论 留言 点赞 收藏 关注 扫码 扫描 二维 公众 好友 复制 链接 投票 爆料 报错 线索 抢沙发 举报 脸书 跟帖 回复 客户端 粉丝 空间
        ھەمبەھىر* ئورتاقل* فېيسبۇك* تىۋىتت* تېلېگرام* ۋاتساپ* ئۇندىدار* ئىنكاس* ئۇلانم* كۆچۈرۈ* كۆزىتىڭ قوشۇلۇڭ پىكرىڭ* ياقتۇر* يوللا* يۇتۇب* قانىلىم* دوستلىر*
        paylas* yorum* takip* tweet* begen* anket* baglanti* kopyala* katil* kanal* dusunuyorsunuz ihbar hata bildir* gonder* hatti*
        url clipboard retweet repost channel channels hashtag social reactions emoji rate rating feedback typo typos newsdesk tips tip-off submit submitted moderated moderation moderators guidelines newest oldest thread upvote downvote report-abuse reader-comments whatsapp-channel
        url redes canal reaccion* moderacion moderan normas responder valora* valoracion ordenar copiado enviar mandanos envianos cuentanos sabes avisanos pistas errata* grupo seguidores abonnez-vous repond*
        التواصل مواقع قواعد النقاش مراجعه للمراجعه تفاعل* قيم راسلونا ابلغ* اخبرنا وجدت القناه مجموعه نسخه اضف ردود رد ارسال
        соцсет* канал* реакци* модерац* сначала ответить отправить скопир* оцените оценить опечатку пишите присылайте написать нам чат группа
        社交 账号 守则 审核 发言 打分 评分 表态 顶一下 踩 网友 热评 吐槽 发布者 错别字 寄到 发给我们 加入群 频道
        ئىجتىمائىي جاۋاب قائىدىسى تەكشۈرۈلمەكتە نومۇر ئەگىشىڭ گۇرۇپپا* قانال*
        sosyal medya* tepki* puan* kurallari incelen* sirala yanitla yanit yollayin yazim grup* kanali* yorumunuz yorumlar*""",
    "media": """
        listen watch video videos audio podcast* play photo photos gallery galleries image images picture pictures pics pic slideshow live stream download app apps android ios iphone fullscreen enlarge zoom volume subtitles transcript voice font size print printable
        ecouter ecoutez regarder video photos galerie images direct telecharg* application agrandir imprimer escuch* reproducir foto fotos galeria imagen* descarg* imprimir ampliar vivo directo audio voz horen bilder herunterladen ouvir imagens baixar
        استمع* شاهد* فيديو صور صوره تصوير بث حمل* تطبيق* طباعه تشغيل الخط صوتي* عدسه كاريكاتير ببينيد دانلود عكس
        слушать слушайте послушать смотреть смотрите видео фото* аудио* подкаст* галере* эфир* скача* приложени* озвуч* шрифт* распечат* печать увелич* снимок экран* кадр
        收听 播放 观看 视频 音频 图片 图集 直播 下载 语音 播报 字号 打印 全屏 大图 摄影 截图 供图 高清 播客
        ئاڭلاڭ ئاڭلاش سىن سىنلار رەسىم* سۈرەت* فوتو* چۈشۈر* ئەپنى ئەپ ئاۋازلىق بېسىپ چوڭايت* نەق
        dinle dinleyin izle izleyin video* foto* galeri* canli* indir indirin uygulama* yazdir* buyut* ekran* sesli kare arsiv
        mute unmute autoplay subtitles captions duration fullscreen pip rewind minutes-listen robot automated synthetic voice narrated gallery-view slide slides bookmark saved zoom read-aloud
        subtitulos silenciar duracion automatica voz reproductor guardar guardado diapositiva
        المشغل ملء الشاشه صوت الي تنزيل البودكاست معرض كتم حفظ لاحقا
        озвуч* плеер* воспроизв* экран* субтитр* громкост* сохранить позже автоматическ* голос диктор* слайд*
        朗读 语音 倍速 静音 字幕 全屏 听新闻 稍后 图集 播放器 缩放
        قويغۇچ* ئېكران ئاۋاز* قويۇش پودكاست* كېيىن
        oynat* altyazi* sessiz otomatik ses sonra podcast* slayt*""",
    "related": """
        continue* continues below scroll rest remaining sigue continua contin* suite poursui* fortsetz* يتبع تتمه بقيه تكمله مستمره يستمر تابع واصل ادناه продолж* дальше ниже полностью целиком 继续 未完 下文 下方 剩余 全文 داۋام* تولۇق تۆۋەندە asagida surmekte surdur* devam* tamami
        read more also related recommend* popular trending latest next previous top stories story must-read explore miss missed most best headlines coverage keep further background earlier archive analysis explainer watch listen opinion editors picks loved exploring spotlight featured
        lire lu lus aussi egalement voir suite similaires populaires dernieres recommand* plus suivant precedent decouvrir dossier tambien ademas leido leidas visto relacionad* recomend* ultimas mas interesar pierdas tendencias siguiente anterior titulares destacad* lea lee leer mire fondo antecedentes mehr lesen auch beliebt meistgelesen leia veja mais lidas leggi anche
        اقرا* اقرء* ايضا المزيد للمزيد صله الاكثر قراءه مشاهده متعلقه مشابهه يهمك يعجبك اخترنا مختارات مقترح* تداول* طالع* التالي السابق ابرز احدث اخر خلفيه الارشيف بيشتر بخوانيد مرتبط
        читайте читать также тоже еще теме похож* популярн* рекоменд* последние главное главные самое обсуждаем* далее ранее подробн* материал* новост* пропуст* выбор лента топ-* топ хит архив* анализ* разбор*
        相关 阅读 延伸 更多 推荐 热门 排行 猜你 喜欢 上一 下一 另见 精选 要闻 热点 往期 此前 深度 不容错过 头条 在看 热文 最新 专题 同类 接着读
        مۇناسىۋەت* ئوقۇڭ ئوقۇش يەنە تەۋسىيە* ئەڭ كۆپ تەپسىلات* باشقا تېخىمۇ يېڭى ئالدىنقى كېيىنكى* ئاۋات* ئاساسلىق ماۋزۇلار* بۇنىمۇ
        okuyun oku okunan* ilgili benzer son onceki sonraki diger ayrica populer* one cikan* onerilen* secti* izleyin ayrinti* devam* arsivden kacirma* manset* gundem* konusulan* daha fazla* tumunu siradaki bunlari
        more-on elsewhere around-the-web you-may-like handpicked catch-up in-depth further-reading just-in up-next essential-reading must-see keep-reading similar
        hemeroteca gustar interesa* otras noticias sigue leyendo temas directo abajo completo
        ارشيفنا ذات اخري الواجهه نرشح التفاصيل تفاصيل التاليه اقراوا كاملا
        свежее другие материалы советуем понравиться полный текст целиком сюжет* смотрите выше
        接着 热读 同题 往期 回顾 旧文 点击最多 排行榜 未完 全文 后续 看点
        ئارخىپ* كېيىنكى يېقىش* تېمىدا تولۇق باشقا تەپسىلاتى
        arsiv* arsivimizden siradaki begenebilir* konuda eklenen* izlenen* tamamini ayrintilar* dosya*""",
    "nav": """
        home homepage menu search close skip content navigation open back page section sections view show hide load expand collapse toggle previous next first last older newer jump top all topics a-z index edition language english francais deutsch espanol
        accueil menu rechercher recherche fermer aller contenu haut rubriques page afficher masquer inicio portada buscar cerrar menu saltar arriba volver pagina secciones ver mostrar ocultar abrir primera ultima entradas startseite suche seite inicial buscar
        الرئيسيه القائمه قائمه بحث اغلاق انتقل تخط المحتوي الصفحه صفحه عرض العوده الاولي اخفاء فتح الكل خانه جستجو
        главная меню поиск закрыть перейти содержан* наверх страниц* показать скрыть открыть рубрик* раздел* первая последняя назад вперед записи развернуть
        首页 菜单 导航 搜索 关闭 返回 顶部 跳到 跳转 正文 当前 位置 栏目 查看 加载 展开 收起 打开 上页 末页 页码 简体 繁体 头版 直达
        باش بەت بەتكە تىزىملىك* ئىزدە* تاقاش يۇقىرىغا قايتىش ئاتلا* مەزمۇن* يوشۇر* ئېچىش يازما بىرىنچى
        anasayfa ana sayfa* menu* ara kapat icerige icerik* gec atla basa don goster* gizle* acin ac buradasiniz kategoriler
        navigation breadcrumb sitewide edition international regions sections a–z toggle dropdown slide-of homepage main-menu back-to-top jump-to view-all see-all
        navegacion edicion internacional todas secciones menos siguiente
        التصفح الاقسام الطبعه الدوليه المتصفح ابحث اقل
        навигаци* свернуть раздел* вперед предыдущая следующая
        导航 栏目 频道 国际版 站内 全部 收起 回到 上一篇 下一篇
        سەھىپىلەر يولباشچى* ھەممىنى بارلىق چىقىش
        gezinme* bolum* tarayicida tumunu yukari baslica""",
    "legal": """
        prohibited operated owned liability liable linked external whole responsible copia operado responsable externos копировани* запрещен* принадлежит внешн* ссылка 禁止 复制 运营 外部 责任 يحظر نسخ الخارجيه يدار چەكلىن* جاۋابكار* قىسمەن كۆچۈرۈش kopyalan* isletil* yasak* disi alinti*
        © copyright rights reserved terms conditions policy policies permission reproduced reproduc* redistributed registered ltd inc llc disclaimer complaints imprint contact about careers advertise sitemap accessibility ethics standards trademark syndication publisher
        droits reserves mentions legales conditions generales reproduction interdite contact propos qui sommes-nous derechos reservados aviso legal terminos condiciones prohibida reproduccion contacto quienes somos politica editorial responsabilidad impressum rechte vorbehalten agb direitos termos diritti riservati
        حقوق محفوظه شروط استخدام سياسه اتصل الاحكام اعاده نشر خريطه الموقع اراء اصحابها تعبر مسؤول* يمنع اتفاقيه وظائف التحرير هيئه قوانين
        права защищены использован* перепечатк* правообладат* соглашени* свидетельств* учредител* редакци* условия политик* контакты вакансии мнение ответственност* сетевое издание зарегистрирован* роскомнадзор 16+ 18+ ооо правила
        版权 所有 转载 声明 条款 许可证 备案 授权 免责 联系我们 关于我们 网站 地图 招聘 不代表 立场 观点 法律 顾问 友情 注明 出处 违法 不良 信息 主办 投稿 icp
        ھوقۇق* ساقلانغان نەشر شەرتلى* مەنبەسى* كۆچۈرۈپ ئالاقە* ھەققىدە بېكەت*
        haklari saklidir kunye iletisim kosullar* sart* izinsiz kaynak gosteril* sorumlu* yayin ilkeleri ulasin hakkimizda yasal
        licence license licensed republish* republication creative-commons reproduce distribute distribution commercial purposes prior consent-of author's-own views expressed opinions reflect editorial-policy code-of-practice regulator ombudsman complaint complain corrections-policy imprint-and registered-office vat company-no data-protection powered
        licencia republicar* reproducir* distribucion fines comerciales autorizacion opiniones vertidas reflejan mercantil accesibilidad uso aceptacion editado propiedad
        برخصه المشاع الابداعي تجاريه اذن خطي الاراء تمثل موقف استخدامك قبول الشروط الناشر تصدر الوصول
        лицензи* воспроизведен* коммерческ* письменн* согласия мнени* позици* совпада* издатель издательств* пользуясь тираж* эл цитирован* активной ссылк* гиперссылк*
        协议 知识共享 书面 同意 商业用途 出版 传媒 公司 服务条款 无障碍 观点仅 负责 镜像 盗用 律师
        ئىجازەت* رۇخسەت* مەيدان* ۋەكىللىك چەكلى* مەسئۇل* نەشرىيات
        lisans* ticari amac* yazili izin izne gorus* erisilebilir* kullanim politikasi aittir yayinci sorumluluk* aykiri""",
    "meta": """
        tags tag topics topic filed category keywords updated published posted modified ago minutes minute mins min hours hour views view shares reads read yesterday today just breaking exclusive live now explainer # words time reading long
        minutes lecture heures mots-cles vues jour publie mis hace minutos horas lectura lecturas actualizad* publicad* etiquetas vistas visitas ayer hoy hora exclusiva urgente palabras temas minuten stunden lesezeit leitura minuti
        منذ قبل دقيقه دقائق ساعه ساعات الوسوم وسوم مفتاحيه كلمات تحديث نشر مده قراءه مشاهده امس عاجل مباشر حصري خاص خبر التصنيف تصنيف ايام يومين دقيقة
        назад минут* часа часов час обновлен* опубликован* теги метки ключевые слова просмотр* вчера сегодня срочно молния эксклюзив время чтения мин рубрика тыс онлайн
        小时前 分钟 天前 标签 关键词 更新 发布 阅读时间 浏览 栏目 突发 独家 快讯 昨天 约需 时间 点击 次数 读完 本文提到 提到 千次 万次
        سائەت مىنۇت* بۇرۇن ئىلگىرى خەتكۈچ* كۆرۈل* يېڭىلان* جىددىي تۈنۈگۈن ئوقۇش ۋاقتى تېز خەۋەر
        once dakika* saat okuma suresi etiket* guncelle* yayin* goruntulen* okunma okunur dun kategori* flas ozel son
        read-time min-read words-read last-modified first-published filed developing story-so-far topics-covered interview live-blog
        entrevista tema etiqueta* lectura dias hace publicad* actualizad* leido compartido
        المواضيع موضوع المشاهدات دقيقتان مقابله الان اليوم
        темы интервью просмотров
        话题 专访 阅读量 刚刚 天前 分钟前
        تېما سۆھبەت كۆرۈلۈشى بۇرۇن
        konular okundu roportaj dk dakika""",
    "reader": """
        you your yours you're you've you'll we we've our us i'm
        vous votre vos nous notre nos tu ton tes te tu tus usted su sus nosotros nuestro nuestra nuestros nuestras deine sie ihr ihre wir unser voce seu sua nosso
        لك لكم لكي بريدك هاتفك رايك دعمك قراءتك شاشتك نحن لدينا شما
        вы вас вам ваш* мы нас нам наш* ваши свой
        您 你 您的 你的 我们 本站 本网 سىز سىزنىڭ سىزگە سىزنى بىز بىزنى بىزنىڭ بىزگە
        siz sizi size sizin sizler* biz bizi bize bizim
        we'll we'd you'd your own our ours let's let me my
        podemos usamos elegimos enviamos tratamos valoramos recibimos contamos ofrecemos queremos vivimos tienes puedes quieres sabes estas eres recibes lees podras tuyo contigo
        نختار نستخدم نعالج نعتمد نحصل نوصي نلتزم نرحب تهمنا موقعنا شركائنا فريقنا لديك يمكنك تريد استخدامك اختيارك جهازك متصفحك عنوانك تعليقك
        можете хотите читаете согласны соглашаетесь согласен
        请您 如果您 让我们 本报 我们的
        بىزنى بىزگە سىزدە بىزدە
        biziz ediyoruz""",
    "do": """
        click tap enter get join discover find see try start stay check tell send visit turn enable allow choose select scan call write help add make browse go install upgrade choose learn don't please thank thanks
        cliquez entrez recevez decouvrez trouvez essayez restez consultez envoyez activez choisissez profitez merci haz haga introduce recibe descubre prueba mira visita activa elige consulta envia manda escribe conoce aprovecha gracias klicken sie clique receba
        اضغط انقر ادخل احصل اكتشف تعرف جرب ابق ارسل فعل اختر زوروا اطلع شكرا يرجي احفظ ادعم واصل
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
    "amend": """
        correction corrections corrected clarification clarifications clarified amended amendment misstated misspelled misidentified mistakenly incorrectly inaccurate earlier-version previously original originally updated update version note erratum retraction
        correccion correcciones corregido corrige aclaracion rectificacion version equivocado equivocada erroneo nota actualizado modificado
        تصحيح تصويب توضيح تنويه ورد خاطئ سابقه نسخه صحح تحديث ملاحظه عدل
        исправлен* уточнен* исправлено ошибочно неверно указан версии прежнем первоначальн* поправк* дополнен*
        更正 勘误 订正 澄清 有误 早前 版本 编者按 更新 补充 先前 已改
        تۈزىتىش* تۈزىتىل* ئىلاۋە* خاتا نۇسخا* نۇسخىسى* ئەسكەرتىش* تولۇقلا*
        duzeltme* duzeltil* yanlis* hatali guncellen* eklen* duzelti*""",
}
