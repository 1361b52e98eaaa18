/** What the domain says of a household, in English: labels of fields and code tables, findings of the form, refusals. */

/** Long words say where they may break. */
const RELATIONS = {
  户主: 'Head of household',
  配偶: 'Spouse',
  子女: 'Child',
  父母: 'Parent',
  '岳父母/公婆': 'Parent-in-law',
  祖父母: 'Grand\u00adparent',
  媳婿: 'Son- or daughter-in-law',
  孙子女: 'Grand\u00adchild',
  兄弟姐妹: 'Brother or sister',
  其他: 'Other',
  '其他（合租室友/保姆/寄住）': 'Other (flatmate, carer, lodger)',
};

const FIELDS = {
  您家是不是: 'Is this your home',
  '扫门上的码会自己认出来，也可以按楼、单元、房号选':
    'The code at the door finds it; or choose building, unit and room',
  这套房子现在是: 'This home is now',
  点一个最像的: 'Choose what fits best',
  您是: 'You are',
  房东只填住了几位租客和能找到他们的电话: 'A landlord gives only the number of tenants and a phone for them',
  租住情况: 'Your tenancy',
  '租房的填，全空着也行，网格员会来问。填了就点上从哪天租、签没签合同。房东的号码只用来请房东确认':
    "For tenants. You may leave all of it empty: the grid worker will ask. Otherwise say since when, and whether there is a contract. The landlord's number is used only to ask for confirmation",
  '您替家里人填，请写上您是谁': 'You fill this in for family: please say who you are',
  '您的姓名，还有您是户主的什么人': 'Your name, and what you are to the head of the household',
  '户主（家里主事的人）姓名': 'Name of the head of household',
  '写中文名字就行，不用加称呼': 'A name in Chinese or Latin letters, without Mr or Ms',
  手机号: 'Mobile number',
  '没有手机就留家人的，再点一下是谁的': "No phone? Leave a relative's and say whose it is",
  平时有几口人住: 'How many people live here',
  '常住在这儿的都算，刚出生的宝宝也算': 'Everybody who usually lives here, newborn babies too',
  户口在这儿但不住的: 'Hukou is here, but lives elsewhere',
  '没有就是 0，不用点': 'Nobody? Leave it at 0',
  家里人: 'The people',
  '每人一行，点一下就好；14 岁以下的孩子不用写名字':
    'One row each, by tapping. Children under 14 need no name',
  车牌: 'Number plates',
  '有车再填；愿意让物业看到的再点一下':
    'Only if you have a car. Tap below if the property office may see the plate',
  需要我们多关照的: 'Where you would like our help',
  '不点也行；点了只有网格员和社区知道': 'You may skip this. Only the grid worker and the community see it',
  对小区有什么建议: 'Anything to suggest for the compound',
  可以用键盘上的话筒说: 'You can dictate with your keyboard',
  愿意出份力: 'Would you lend a hand',
  以后改主意也行: 'You may change your mind later',
  楼长可以打这个电话: 'The building head may phone this number',
  '不打开，交上去以后楼长看不到这个号码':
    'Unless you say yes, the building head cannot see the number afterwards',
  '我是孩子的监护人，同意登记孩子': "I am the child's guardian and agree to the registration",
  '家里有 14\u00a0岁以下的孩子才需要': 'Needed only where a child is under 14',
  '我已阅读《隐私保护指引》': 'I have read the privacy notice',
  '请先看一眼说明，再点同意。不同意也可以打电话登记':
    'Please look at the notice first, then agree. You may also register by phone',
};

const CODES = {
  自家住: 'Lived in by its owner',
  出租房: 'Rented',
  暂时没人住: 'Empty at present',
  亲友借住: 'Lent to family or friends',
  '开店/办公': 'Shop or office',
  '还没装修/没交房': 'Not fitted out or handed over',
  男: 'Male',
  女: 'Female',
  未说明: 'Not said',
  '0–2岁': '0–2',
  '3–5岁': '3–5',
  '6–13岁': '6–13',
  '14–17岁': '14–17',
  '18–59岁': '18–59',
  '60–64岁': '60–64',
  '65–79岁': '65–79',
  '80岁以上': '80+',
  '本人（户主）': 'The head of the home',
  家人: 'A relative',
  租户: 'The tenant',
  房东: 'The landlord',
  楼长代填: 'The building head, for the household',
  网格员代填: 'The grid worker, for the household',
  录入员: 'The entry clerk',
  '家里有一个人住的老人，需要我们常来看看': 'An elderly person lives alone: please look in often',
  需要上门帮忙: 'We need help at home',
  需要母婴服务信息: 'We would like to know of services for mother and child',
  '是退役军人，想了解优待政策': 'I am a veteran and would like to know of benefits',
  '打电话不方便，请发文字或上门': 'Phoning is hard for me: please write or come by',
  当楼长: 'As building head',
  做志愿: 'As a volunteer',
  以后再说: 'Later perhaps',
};

const REASONS = {
  是合租: 'We share the flat',
  一大家子一起住: 'A large family lives together',
  偶尔回来住: 'We stay here now and then',
  帮着看房子: 'Somebody looks after the flat',
  有人常在外面: 'Somebody is often away',
  孩子上学住校: 'A child boards at school',
  不想全列出来: 'I would rather not list everybody',
  户口在外地: 'Their hukou is elsewhere',
  '没点错，就是这样': 'It is right as it stands',
  '说不准，请网格员来问': 'Not sure: please let the grid worker ask',
};

const FINDINGS = {
  '请写上您的姓名，家里人好知道是您填的':
    'Please write your name, so that the family knows who filled this in',
  请点一下您是户主的什么人: 'Please say what you are to the head of the household',
  '点了“不愿说”，这一项就空着，两样留一样': 'You chose not to say: keep that, or the answer, not both',
  请点一下房子现在的情况: 'Please choose what the home is now',
  请点一下您是这家的什么人: 'Please choose what you are to this household',
  '手机号应该是 11 位，您看看是不是少了一位': 'A mobile number has 11 digits: is one missing?',
  '留一个手机号，没有手机就留家人的': "Please leave a number. No phone? Leave a relative's",
  请写上户主的姓名: 'Please write the name of the head of household',
  请写上这位家人的姓名: "Please write this person's name",
  '先在上面点几口人，这里再一位一位填': 'Say above how many there are, then answer for each of them here',
  请点一位当户主: 'Please choose one person as head of the household',
  '一户最多登记 # 人，多出来的请网格员帮您另开一户':
    'At most # people to a household. Please ask the grid worker to open another for the rest',
  '有一位家人填了两遍，删掉一位就行': 'One person stands here twice: remove one of them',
  请点一下平时住几口人: 'Please say how many people live here',
  '人比较多，是合租吗？': 'That is a lot of people: is the flat shared?',
  '上面说没人住，这里又有人，您看看哪个对':
    'Above it says nobody lives here, and here somebody does: which is right?',
  '上面说住 # 口人，这里有 # 位，您看看哪个对':
    'Above it says # live here, and here there are #: which is right?',
  '上面说户口在这儿但不住的有 # 位，这里有 # 位，您看看哪个对':
    'Above it says # have their hukou here and live elsewhere, and here there are #: which is right?',
  车牌好像少了一位: 'The number plate seems to lack a character',
  '车牌最多填 # 个': 'At most # number plates',
  '家里有 14 岁以下的孩子，请监护人再点一下同意': 'There is a child under 14: a guardian must tick too',
  '户主年纪这么小，您看看点对了没有': 'The head of the household is this young? Please look again',
  请点一下这位家人和户主的关系: 'Please choose what this person is to the head',
  请点一下这位家人是男是女: 'Please choose male or female',
  请点一下这位家人的年龄段: 'Please choose an age group',
  '这位家人不住这儿、户口也不在这儿，可以不用登记':
    'This person neither lives here nor has a hukou here, and need not be registered',
  '号码有一位不对，请对着证件再看一遍': 'One character is wrong: please compare with the document',
  '这次不收证件号码，删掉就行': 'No document number is asked this time: please delete it',
  '号码和上面点的男女不一样，您看看哪个对': 'Number and sex do not agree: which is right?',
  '号码和上面点的年龄段不一样，您看看哪个对': 'Number and age group do not agree: which is right?',
  请选一下从哪天开始租: 'Please choose the first day of the tenancy',
  结束日期在开始之前了: 'The last day is before the first',
  请点一下有没有签合同: 'Please say whether there is a contract',
  // One sentence for each relation.
  ...Object.fromEntries(
    Object.entries(RELATIONS).map(([chinese, english]) => [
      `${chinese}和户主的年龄对不上，您看看点对了没有`,
      `${english}: the age does not fit the head's. Please look again`,
    ]),
  ),
};

const REFUSALS = {
  '有一处填得不对，改一下再交就行': 'One answer is not right: change it and hand in again',
  '没认出您的微信，退出小程序再进一次':
    'WeChat did not say who you are: close the mini-program and open it again',
  '这里要有相应的身份才能看，可以请社区帮忙': 'This is for certain roles only. The community can help',
  '没有找到，可能已经换了地方，返回再看看': 'Not found: it may have moved. Please go back and look again',
  '刚才有人改过，看看新的再点，您填的还在':
    'Somebody has just changed this: look at it anew and tap again. What you wrote is kept',
  '刚才人有点多，稍等几秒再点一次': 'Many people at once: wait a few seconds and tap again',
  '这一步已经有人办过了，看看现在到哪一步': 'Somebody has done this already: see where it stands now',
  '刚被别人认领了，看看别的心愿吧': 'Somebody has just taken this one: look at the other wishes',
  '这一份和刚才交的不一样，请回到上一页重新交':
    'This differs from what was just sent: go back and hand in again',
  '点得有点快，歇一会儿再试，内容都在': 'That was a little fast: wait a moment. Nothing is lost',
  '内容太多了，删短一些再交': 'That is too much text: shorten it and hand in again',
  此处不能写这类信息: 'This kind of information cannot be written here',
  '请写明原因，至少 4 个字': 'Please give a reason of at least four characters',
  还要另一位管理员同意才行: 'Another administrator must agree first',
  '请先签保密承诺，再接着办': 'Please sign the pledge of secrecy first',
  '这次登记结束了，谢谢您': 'This registration has ended. Thank you',
  '打开得太久了，请重新扫一次码，填的内容都在': 'Open for too long: scan the code again. Nothing is lost',
  '这张码换新的了，请在下面选房号': 'This code was replaced: please choose your door below',
  '小程序有新版本了，退出再进一次就好，内容不会丢':
    'There is a new version: close and open again. Nothing is lost',
  '系统正在保养，没记下。过一会儿再点一次': 'Under maintenance: not noted. Tap again in a while',
  '刚才没交上去，不用重填，再点一次': 'It was not sent. Nothing to fill in again: tap once more',
  '刚才没办成，不用重填，再点一次': 'It did not work. Nothing to fill in again: tap once more',
  '现在没网，没记下。有网再点一次': 'No network: not noted. Tap again when there is one',
  '这串码好像有一位不对，照着贴纸再看一遍': 'One character of the code seems wrong: compare with the sticker',
  这不是本街道的码: 'This code is not from this street office',
  '没认出来，也可以直接选房号': 'The code was not read. You can choose your door instead',
  '没找到这张码，可能撕坏了，请选房号': 'This code is not known; it may be torn. Please choose your door',
  '刚才没打开，看看有没有网，再来一次': 'It did not open: check the network and try once more',
  '刚才没打开，点“再试一次”': 'It did not open: tap “Try again”',
  '现在没网，先填，有网再对门': 'No network: fill in now, the door is found later',
  '记下了，在“提醒”里能看到多少人点开过': 'Noted: the reminders show how many have opened it',
  '没记上，从群里再点一次卡片就好': 'Not noted: tap the card in the group once more',
  '#单元': 'Unit #',
  '#号楼 全部登记完成，谢谢大家': 'Building #: all registered. Thank you, everybody',
  '#号楼 登记快齐了，约 # 分钟': 'Building #: nearly complete. About # minute',
  '#号楼 登记进度 #/#': 'Building #: #/# registered',
};

export const ENGLISH_SAYINGS: Readonly<Record<string, string>> = {
  ...RELATIONS,
  ...FIELDS,
  ...CODES,
  ...REASONS,
  ...FINDINGS,
  ...REFUSALS,
};
