"""Words of Bokmål, Nynorsk and English that say nothing of what an answer is about."""

_NORWEGIAN = """
en to tre fire fem seks sju syv åtte ni ti tolv uke uker veke veker måned måneder månad månader
aldri all alle allerede allereie alltid alt altfor altså andre anna annen annet at att av bare
bedre begge berre betre betyr ble blei bli blir blitt bra brukar bruke bruker burde både båe bør
ca da de deg dei deim deira deires dem den denne dens der deres derfor derimot dermed dersom desse
dessuten dessverre det dette di din disse ditt diverre du dykk dykkar då dårleg dårlig eg ei eigen
ein eit eitt eksempel eller ellers elles en enda endå enn enno er et ett etter evt faktisk fekk
fikk finner finnes finst fleire flere flest fleste for fordi forskjellig fra framleis fremdeles
frå fyrste få får fått før først første gang gangar ganger ganske gir gjeld gjelder gjennom gjer
gjere gjerne gjorde gjort gjør gjøre god gode godt gong gonger ha hadde han hans har hatt heile
heilt hele helt hennar henne hennes her hit hjå ho hos hossen hun hva hvem hver hvilke hvilken
hvis hvor hvordan hvorfor håpar håper i ikke ikkje imidlertid ingen ingenting inkje inn innan
innen innenfor ja jeg jo kan kanskje kjem kom komme kommer korfor korleis kun kunne kva kvar kven
kvifor la langt lar lenge ligg ligger likar like liker lite litt løpe løpet man mange manglar
mangle mangler me med medan meg meget meiner meir mellom men mener mens mer mest mi min mindre
mine minst mitt mot mye mykje må måte måtte ned nei no noe noen nok noka noko nokon nokor nokre nå
når nær nødvendig og også om omkring opp oss over overalt på rundt same samme samt samtidig se seg
sei seiast seie seier selv ser si sia sidan siden sier sin sine sist siste sitt sjå sjølv skal
skulle slik slike slikt som somme somt spesielt stor store stort står større synast synes synest
syns så sånn særleg særlig ta takk tar tatt tek tenker tenkjer til tilbake ting treng trenger
trenges trengs trengst tror trur tydelig ulike under unna ut utan ute uten var vare vart varte ved
veit vel veldig vere verte vet vi viktig viktige vil ville viss vore vort vår våre vårt være vært
ynskjer åt ønske ønsker ønskjer
"""

_ENGLISH = """
three four five six seven eight nine ten week weeks month months
a about above across actually after again against ago all almost alone along already also although
always am among an and another any anybody anyone anything anyway anywhere are aren around as ask
asked at away back bad be became because become been before being below best better between both
but by came can cannot cant come comes coming could couldn couldnt day days did didn didnt do does
doesn doesnt doing don done dont down due during each either else enough etc ever every everybody
everyone everything excellent felt few first for found from full gave get gets getting give given
go goes going gone good got great guess had hadn happy has hasn have haven having he hear help
helped helpful her here hers herself him himself his how however i if im in instead into is isn it
its itself ive just keep knew know last least less let like liked likes little ll long look lot
lots made make makes making many may maybe me mean might mind more most much must my myself need
needed needs never next nice no nobody non none nor not nothing now of off often oh ok okay old on
once one ones only or other others our ours out over overall own part people perhaps person
probably put quite rather re really right said same saw say says see seem seemed seems seen
several shall she should shouldn shouldnt since so some somebody somehow someone something
sometimes soon still stuff such sure take taken takes than thank thanks that the their theirs them
themselves then there these they thing things think this those though thought through till time
times to together told too took tried try trying two under until up upon us use used using usually
ve very want wanted wants was wasn wasnt way ways we well went were weren what when where whether
which while who whole whom why will with within without won wont would wouldn wouldnt year years
yes yet you your yours yourself
"""

COMMON_WORDS = frozenset((_NORWEGIAN + _ENGLISH).split())
"""Lower case; of all three together, since answers mix them."""
