-- The second editions: drawings, a date of review, Spanish (complete, and not yet reviewed by a speaker), and the questions
-- before an exercise. The first editions stay as they were; prescriptions name them. A slug that an editor has published
-- since takes its next number here, and the programme names the numbers that its exercises really took.
create function next_edition(of_kind text, of_slug text) returns integer language sql as $$
    insert into piece (kind, slug, latest_version) values (of_kind, of_slug, 1)
    on conflict (kind, slug) do update set latest_version = piece.latest_version + 1
    returning latest_version
$$;

with number as materialized (select next_edition('exercise', 'pelvic-tilt') as taken)
insert into edition (kind, slug, version, language, title, published_at, published_by, document)
select 'exercise', 'pelvic-tilt', number.taken, brought.language, brought.title, '2026-11-24T00:00:00Z', 'migration', brought.document
from number, (values
    ('en', 'Pelvic tilt', $document$
{
 "summary": "You rock your hips a little while you lie down. This gently moves the lowest part of your back.",
 "position": "Lie on your back. Bend both knees and put your feet flat on the floor.",
 "equipment": [
  "A mat or a firm, flat floor"
 ],
 "steps": [
  "Pull in your tummy and roll your hips up. Feel your lower back press down on the floor.",
  "Stay like that while you count to 5.",
  "Let go slowly. Then roll your hips the other way, so that your lower back lifts off the floor a little.",
  "Come back to the middle and rest. That was one tilt.",
  "Do 10 to 12 tilts. Keep them small and smooth."
 ],
 "breathing": "Breathe out as your back goes down. Breathe in as you let go. Do not hold your breath.",
 "commonErrors": [
  "Pushing hard with your feet.",
  "Lifting your bottom off the floor.",
  "Going too fast."
 ],
 "dosage": {
  "sets": {
   "min": 1,
   "max": 1
  },
  "repetitions": {
   "min": 10,
   "max": 12
  },
  "holdSeconds": {
   "min": 5,
   "max": 5
  },
  "sides": [
   "both"
  ],
  "restSeconds": {
   "min": 2,
   "max": 5
  },
  "timesADay": {
   "min": 1,
   "max": 2
  },
  "daysAWeek": {
   "min": 5,
   "max": 7
  }
 },
 "contraindications": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "fever",
  "major_trauma",
  "unable_to_walk",
  "chest_pain",
  "fainting",
  "recent_spinal_procedure",
  "pregnancy"
 ],
 "whoAsksFirst": [
  "Do not start if a leg feels numb or weak, or if you have a fever or have had a bad fall. Get help first.",
  "Ask your therapist first if you have just had work done on your spine. Ask too if you have a baby on the way."
 ],
 "stopRules": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "leg_pain",
  "chest_pain",
  "fainting",
  "abdominal_pain_tearing",
  "severe_headache"
 ],
 "whenToStop": [
  "Stop if the pain moves down your leg.",
  "Stop if a leg or foot feels numb, tingly or weak.",
  "Stop if you feel faint or your chest hurts, and call for help.",
  "Is it hard to pee? Do you leak pee or poo? Is it numb between your legs? If this is new, go to the emergency department now."
 ],
 "image": {
  "alt": "A person lies on the floor with bent knees and flat feet. First there is a small gap under the lower back. Then the tummy pulls in, the hips roll up and the gap is gone.",
  "start": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 170\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"170\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><rect x=\"14\" y=\"146\" width=\"312\" height=\"7\" rx=\"3.5\" fill=\"#cfd8dc\"/><path d=\"M266 136 L290 141\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M190 126 L240 66\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M240 66 L266 136\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M52 133 L70 132\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"44\" cy=\"130\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M40 113.5 A17 17 0 1 0 49 146.2 Q35 138 36 126 Q40 120 40 113.5 Z\" fill=\"#4e342e\"/><path d=\"M47 114 L51 108.5 L54 116.5 Z\" fill=\"#c98f6b\"/><path d=\"M74 146 L110 146 Q140 146 150 133 Q160 146 184 146 Q200 146 200 130 Q198 112 178 112 Q150 108 120 106 Q92 104 76 110 Q66 116 66 130 Q66 146 74 146 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M256 136 L282 141\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M182 130 L234 68\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M234 68 L256 136\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M122 146 Q142 144 150 132 Q158 144 178 146 Z\" fill=\"#fbbf24\" stroke=\"none\" stroke-width=\"0\" stroke-linejoin=\"round\"/><path d=\"M80 136 Q112 138 134 129 Q152 120 168 129 Q180 136 190 134\" fill=\"none\" stroke=\"#37474f\" stroke-width=\"4\" stroke-dasharray=\"0.1 7\" stroke-linecap=\"round\"/></g></svg>",
  "end": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 170\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"170\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><rect x=\"14\" y=\"146\" width=\"312\" height=\"7\" rx=\"3.5\" fill=\"#cfd8dc\"/><path d=\"M266 136 L290 141\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M190 126 L240 66\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M240 66 L266 136\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M52 133 L70 132\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"44\" cy=\"130\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M40 113.5 A17 17 0 1 0 49 146.2 Q35 138 36 126 Q40 120 40 113.5 Z\" fill=\"#4e342e\"/><path d=\"M47 114 L51 108.5 L54 116.5 Z\" fill=\"#c98f6b\"/><path d=\"M74 146 L184 146 Q202 144 201 126 Q198 110 178 110 Q150 118 120 110 Q92 104 76 110 Q66 116 66 130 Q66 146 74 146 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M256 136 L282 141\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M182 130 L234 68\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M234 68 L256 136\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M146 76 L146 102\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\"/><path d=\"M140.5 94.5 L146 104 L151.5 94.5\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M80 136 Q112 139 140 139 Q168 139 180 132 Q190 126 194 120\" fill=\"none\" stroke=\"#37474f\" stroke-width=\"4\" stroke-dasharray=\"0.1 7\" stroke-linecap=\"round\"/><path d=\"M198 92 A22 22 0 0 0 170 96\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\"/><path d=\"M175.1 88.6 L168 97 L178.8 98.9\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></g></svg>"
 },
 "evidence": [
  {
   "about": [
    "position",
    "steps",
    "repetitions",
    "holdSeconds"
   ],
   "source": "Founding article on relieving pressure in the sacrum",
   "certainty": "low"
  },
  {
   "about": [
    "sets",
    "restSeconds",
    "timesADay",
    "daysAWeek",
    "breathing",
    "commonErrors",
    "contraindications",
    "stopRules"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24"
 }
}
$document$),
    ('es', 'Balanceo de la pelvis', $document$
{
 "summary": "Estás boca arriba y mueves un poco la pelvis. Así se mueve con calma la parte baja de la espalda.",
 "position": "Échate boca arriba. Dobla las dos rodillas y pon los pies planos en el suelo.",
 "equipment": [
  "Una manta o un suelo firme y plano"
 ],
 "steps": [
  "Mete la tripa y gira la pelvis hacia arriba. Nota cómo la espalda baja toca el suelo.",
  "Quédate así y cuenta hasta 5.",
  "Suelta poco a poco. Luego gira la pelvis al otro lado, y la espalda baja sube un poco del suelo.",
  "Vuelve al centro y para. Eso es una vez.",
  "Hazlo de 10 a 12 veces. Muévete poco y con calma."
 ],
 "breathing": "Echa el aire cuando la espalda baja. Toma aire cuando sueltas. No dejes de respirar.",
 "commonErrors": [
  "Empujar fuerte con los pies.",
  "Levantar el culo del suelo.",
  "Ir con prisa."
 ],
 "dosage": {
  "sets": {
   "min": 1,
   "max": 1
  },
  "repetitions": {
   "min": 10,
   "max": 12
  },
  "holdSeconds": {
   "min": 5,
   "max": 5
  },
  "sides": [
   "both"
  ],
  "restSeconds": {
   "min": 2,
   "max": 5
  },
  "timesADay": {
   "min": 1,
   "max": 2
  },
  "daysAWeek": {
   "min": 5,
   "max": 7
  }
 },
 "contraindications": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "fever",
  "major_trauma",
  "unable_to_walk",
  "chest_pain",
  "fainting",
  "recent_spinal_procedure",
  "pregnancy"
 ],
 "whoAsksFirst": [
  "No empieces si una pierna no tiene fuerza o se duerme, si tienes fiebre o si te has caído fuerte. Pide ayuda antes.",
  "Pregunta antes a tu terapeuta si te han operado hace poco de la espalda. Pregunta también si esperas un bebé."
 ],
 "stopRules": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "leg_pain",
  "chest_pain",
  "fainting",
  "abdominal_pain_tearing",
  "severe_headache"
 ],
 "whenToStop": [
  "Para si el dolor baja por la pierna.",
  "Para si una pierna o un pie se duerme, hormiguea o pierde fuerza.",
  "Para si te mareas o te duele el pecho, y pide ayuda.",
  "¿Te cuesta hacer pis? ¿Se te escapa el pis o la caca? ¿No sientes bien entre las piernas? Si es nuevo, ve a urgencias ya."
 ],
 "image": {
  "alt": "Una persona boca arriba con las rodillas dobladas y los pies planos. Primero hay un hueco bajo la espalda baja. Luego mete la tripa, la pelvis gira y el hueco se va.",
  "start": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 170\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"170\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><rect x=\"14\" y=\"146\" width=\"312\" height=\"7\" rx=\"3.5\" fill=\"#cfd8dc\"/><path d=\"M266 136 L290 141\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M190 126 L240 66\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M240 66 L266 136\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M52 133 L70 132\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"44\" cy=\"130\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M40 113.5 A17 17 0 1 0 49 146.2 Q35 138 36 126 Q40 120 40 113.5 Z\" fill=\"#4e342e\"/><path d=\"M47 114 L51 108.5 L54 116.5 Z\" fill=\"#c98f6b\"/><path d=\"M74 146 L110 146 Q140 146 150 133 Q160 146 184 146 Q200 146 200 130 Q198 112 178 112 Q150 108 120 106 Q92 104 76 110 Q66 116 66 130 Q66 146 74 146 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M256 136 L282 141\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M182 130 L234 68\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M234 68 L256 136\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M122 146 Q142 144 150 132 Q158 144 178 146 Z\" fill=\"#fbbf24\" stroke=\"none\" stroke-width=\"0\" stroke-linejoin=\"round\"/><path d=\"M80 136 Q112 138 134 129 Q152 120 168 129 Q180 136 190 134\" fill=\"none\" stroke=\"#37474f\" stroke-width=\"4\" stroke-dasharray=\"0.1 7\" stroke-linecap=\"round\"/></g></svg>",
  "end": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 170\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"170\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><rect x=\"14\" y=\"146\" width=\"312\" height=\"7\" rx=\"3.5\" fill=\"#cfd8dc\"/><path d=\"M266 136 L290 141\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M190 126 L240 66\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M240 66 L266 136\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M52 133 L70 132\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"44\" cy=\"130\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M40 113.5 A17 17 0 1 0 49 146.2 Q35 138 36 126 Q40 120 40 113.5 Z\" fill=\"#4e342e\"/><path d=\"M47 114 L51 108.5 L54 116.5 Z\" fill=\"#c98f6b\"/><path d=\"M74 146 L184 146 Q202 144 201 126 Q198 110 178 110 Q150 118 120 110 Q92 104 76 110 Q66 116 66 130 Q66 146 74 146 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M256 136 L282 141\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M182 130 L234 68\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M234 68 L256 136\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M146 76 L146 102\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\"/><path d=\"M140.5 94.5 L146 104 L151.5 94.5\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M80 136 Q112 139 140 139 Q168 139 180 132 Q190 126 194 120\" fill=\"none\" stroke=\"#37474f\" stroke-width=\"4\" stroke-dasharray=\"0.1 7\" stroke-linecap=\"round\"/><path d=\"M198 92 A22 22 0 0 0 170 96\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\"/><path d=\"M175.1 88.6 L168 97 L178.8 98.9\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></g></svg>"
 },
 "evidence": [
  {
   "about": [
    "position",
    "steps",
    "repetitions",
    "holdSeconds"
   ],
   "source": "Founding article on relieving pressure in the sacrum",
   "certainty": "low"
  },
  {
   "about": [
    "sets",
    "restSeconds",
    "timesADay",
    "daysAWeek",
    "breathing",
    "commonErrors",
    "contraindications",
    "stopRules"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24",
  "translation": "not_yet_reviewed_by_a_speaker"
 }
}
$document$)) as brought (language, title, document);

with number as materialized (select next_edition('exercise', 'lumbar-rotation') as taken)
insert into edition (kind, slug, version, language, title, published_at, published_by, document)
select 'exercise', 'lumbar-rotation', number.taken, brought.language, brought.title, '2026-11-24T00:00:00Z', 'migration', brought.document
from number, (values
    ('en', 'Lower back rotation', $document$
{
 "summary": "You let both knees sink to one side. This gently loosens the muscles beside your spine.",
 "position": "Lie on your back with both knees bent. Keep your shoulders flat on the floor.",
 "equipment": [
  "A mat or a firm, flat floor"
 ],
 "steps": [
  "Keep your knees together and let them sink slowly to the left.",
  "Stop when you feel a light stretch in your lower back and hip. Do not push.",
  "Stay there for 20 to 30 seconds. Keep both shoulders down.",
  "Bring your knees back up slowly and rest.",
  "Do the same to the right."
 ],
 "breathing": "Take slow, calm breaths. Each time you breathe out, let your knees get a bit heavier.",
 "commonErrors": [
  "Pushing your knees down with your hands.",
  "Letting a shoulder lift off the floor.",
  "Bouncing."
 ],
 "dosage": {
  "sets": {
   "min": 1,
   "max": 1
  },
  "repetitions": {
   "min": 1,
   "max": 1
  },
  "holdSeconds": {
   "min": 20,
   "max": 30
  },
  "sides": [
   "left",
   "right"
  ],
  "restSeconds": {
   "min": 5,
   "max": 15
  },
  "timesADay": {
   "min": 1,
   "max": 2
  },
  "daysAWeek": {
   "min": 5,
   "max": 7
  }
 },
 "contraindications": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "fever",
  "major_trauma",
  "unable_to_walk",
  "chest_pain",
  "fainting",
  "recent_spinal_procedure",
  "disc_herniation_known",
  "spinal_stenosis_known",
  "osteoporosis",
  "prior_fragility_fracture",
  "pregnancy"
 ],
 "whoAsksFirst": [
  "Do not start if a leg feels numb or weak, or if you have a fever or have had a bad fall. Get help first.",
  "Ask your therapist first if you have a slipped disc, a narrow spine or weak bones.",
  "Ask first too if you have just had work done on your spine, or have a baby on the way."
 ],
 "stopRules": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "leg_pain",
  "chest_pain",
  "fainting",
  "abdominal_pain_tearing",
  "severe_headache"
 ],
 "whenToStop": [
  "Stop if the pain moves down your leg.",
  "Stop if a leg or foot feels numb, tingly or weak.",
  "Stop if you feel faint or your chest hurts, and call for help.",
  "Is it hard to pee? Do you leak pee or poo? Is it numb between your legs? If this is new, go to the emergency department now."
 ],
 "image": {
  "alt": "A person lies on the floor with bent knees. First the knees point up. Then both knees rest to one side, while both shoulders stay flat on the floor.",
  "start": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 226\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"226\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><path d=\"M34 118 L322 118 L306 214 L10 214 Z\" fill=\"#cfd8dc\" stroke=\"none\" stroke-width=\"0\" stroke-linejoin=\"round\"/><path d=\"M98 140 L110 118 L120 96\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"120\" cy=\"96\" r=\"6.5\" fill=\"#dcb79f\"/><path d=\"M62 157 L80 156\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"54\" cy=\"154\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M50 137.5 A17 17 0 1 0 59 170.2 Q45 162 46 150 Q50 144 50 137.5 Z\" fill=\"#4e342e\"/><path d=\"M57 138 L61 132.5 L64 140.5 Z\" fill=\"#c98f6b\"/><path d=\"M80 140 Q84 134 96 134 L184 138 Q206 142 206 156 Q206 172 184 172 L92 176 Q80 176 78 166 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M262 150 L286 154\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M190 148 L238 72\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M238 72 L262 150\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M254 168 L280 173\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M186 160 L230 82\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M230 82 L254 168\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M90 166 L78 184 L66 202\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"66\" cy=\"202\" r=\"6.5\" fill=\"#c98f6b\"/></g></svg>",
  "end": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 226\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"226\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><path d=\"M34 118 L322 118 L306 214 L10 214 Z\" fill=\"#cfd8dc\" stroke=\"none\" stroke-width=\"0\" stroke-linejoin=\"round\"/><path d=\"M98 140 L110 118 L120 96\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"120\" cy=\"96\" r=\"6.5\" fill=\"#dcb79f\"/><path d=\"M62 157 L80 156\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"54\" cy=\"154\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M50 137.5 A17 17 0 1 0 59 170.2 Q45 162 46 150 Q50 144 50 137.5 Z\" fill=\"#4e342e\"/><path d=\"M57 138 L61 132.5 L64 140.5 Z\" fill=\"#c98f6b\"/><path d=\"M80 140 Q84 134 96 134 L184 138 Q206 142 206 156 Q206 172 184 172 L92 176 Q80 176 78 166 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M284 170 L304 180\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M192 152 L236 184\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M236 184 L284 170\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M272 188 L294 198\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M184 162 L222 200\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M222 200 L272 188\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M90 166 L78 184 L66 202\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"66\" cy=\"202\" r=\"6.5\" fill=\"#c98f6b\"/><path d=\"M232 84 Q262 116 250 150\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\"/><path d=\"M246.2 143.4 L249 154 L256.8 146.2\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></g></svg>"
 },
 "evidence": [
  {
   "about": [
    "position",
    "steps",
    "holdSeconds",
    "sides",
    "breathing"
   ],
   "source": "Founding article on relieving pressure in the sacrum",
   "certainty": "low"
  },
  {
   "about": [
    "sets",
    "repetitions",
    "restSeconds",
    "timesADay",
    "daysAWeek",
    "commonErrors",
    "contraindications",
    "stopRules"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24"
 }
}
$document$),
    ('es', 'Giro de la espalda baja', $document$
{
 "summary": "Dejas caer las dos rodillas a un lado. Así se sueltan poco a poco los músculos de la espalda.",
 "position": "Échate boca arriba con las dos rodillas dobladas. Deja los hombros planos en el suelo.",
 "equipment": [
  "Una manta o un suelo firme y plano"
 ],
 "steps": [
  "Junta las rodillas y deja que bajen poco a poco a la izquierda.",
  "Para cuando notes que la espalda baja y la cadera tiran un poco. No empujes.",
  "Quédate así de 20 a 30 segundos. Los dos hombros siguen en el suelo.",
  "Sube las rodillas poco a poco y para un rato.",
  "Haz lo mismo a la derecha."
 ],
 "breathing": "Respira con calma. Cada vez que echas el aire, deja que las rodillas pesen un poco más.",
 "commonErrors": [
  "Empujar las rodillas con las manos.",
  "Dejar que suba un hombro.",
  "Dar saltitos."
 ],
 "dosage": {
  "sets": {
   "min": 1,
   "max": 1
  },
  "repetitions": {
   "min": 1,
   "max": 1
  },
  "holdSeconds": {
   "min": 20,
   "max": 30
  },
  "sides": [
   "left",
   "right"
  ],
  "restSeconds": {
   "min": 5,
   "max": 15
  },
  "timesADay": {
   "min": 1,
   "max": 2
  },
  "daysAWeek": {
   "min": 5,
   "max": 7
  }
 },
 "contraindications": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "fever",
  "major_trauma",
  "unable_to_walk",
  "chest_pain",
  "fainting",
  "recent_spinal_procedure",
  "disc_herniation_known",
  "spinal_stenosis_known",
  "osteoporosis",
  "prior_fragility_fracture",
  "pregnancy"
 ],
 "whoAsksFirst": [
  "No empieces si una pierna no tiene fuerza o se duerme, si tienes fiebre o si te has caído fuerte. Pide ayuda antes.",
  "Pregunta antes a tu terapeuta si tienes una hernia de disco, poco hueco para los nervios o huesos débiles.",
  "Pregunta también si te han operado hace poco de la espalda o si esperas un bebé."
 ],
 "stopRules": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "leg_pain",
  "chest_pain",
  "fainting",
  "abdominal_pain_tearing",
  "severe_headache"
 ],
 "whenToStop": [
  "Para si el dolor baja por la pierna.",
  "Para si una pierna o un pie se duerme, hormiguea o pierde fuerza.",
  "Para si te mareas o te duele el pecho, y pide ayuda.",
  "¿Te cuesta hacer pis? ¿Se te escapa el pis o la caca? ¿No sientes bien entre las piernas? Si es nuevo, ve a urgencias ya."
 ],
 "image": {
  "alt": "Una persona boca arriba con las rodillas dobladas. Primero las rodillas miran arriba. Luego las dos caen a un lado, y los dos hombros siguen en el suelo.",
  "start": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 226\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"226\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><path d=\"M34 118 L322 118 L306 214 L10 214 Z\" fill=\"#cfd8dc\" stroke=\"none\" stroke-width=\"0\" stroke-linejoin=\"round\"/><path d=\"M98 140 L110 118 L120 96\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"120\" cy=\"96\" r=\"6.5\" fill=\"#dcb79f\"/><path d=\"M62 157 L80 156\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"54\" cy=\"154\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M50 137.5 A17 17 0 1 0 59 170.2 Q45 162 46 150 Q50 144 50 137.5 Z\" fill=\"#4e342e\"/><path d=\"M57 138 L61 132.5 L64 140.5 Z\" fill=\"#c98f6b\"/><path d=\"M80 140 Q84 134 96 134 L184 138 Q206 142 206 156 Q206 172 184 172 L92 176 Q80 176 78 166 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M262 150 L286 154\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M190 148 L238 72\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M238 72 L262 150\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M254 168 L280 173\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M186 160 L230 82\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M230 82 L254 168\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M90 166 L78 184 L66 202\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"66\" cy=\"202\" r=\"6.5\" fill=\"#c98f6b\"/></g></svg>",
  "end": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 226\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"226\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><path d=\"M34 118 L322 118 L306 214 L10 214 Z\" fill=\"#cfd8dc\" stroke=\"none\" stroke-width=\"0\" stroke-linejoin=\"round\"/><path d=\"M98 140 L110 118 L120 96\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"120\" cy=\"96\" r=\"6.5\" fill=\"#dcb79f\"/><path d=\"M62 157 L80 156\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"54\" cy=\"154\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M50 137.5 A17 17 0 1 0 59 170.2 Q45 162 46 150 Q50 144 50 137.5 Z\" fill=\"#4e342e\"/><path d=\"M57 138 L61 132.5 L64 140.5 Z\" fill=\"#c98f6b\"/><path d=\"M80 140 Q84 134 96 134 L184 138 Q206 142 206 156 Q206 172 184 172 L92 176 Q80 176 78 166 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M284 170 L304 180\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M192 152 L236 184\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M236 184 L284 170\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M272 188 L294 198\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M184 162 L222 200\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M222 200 L272 188\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M90 166 L78 184 L66 202\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"66\" cy=\"202\" r=\"6.5\" fill=\"#c98f6b\"/><path d=\"M232 84 Q262 116 250 150\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\"/><path d=\"M246.2 143.4 L249 154 L256.8 146.2\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></g></svg>"
 },
 "evidence": [
  {
   "about": [
    "position",
    "steps",
    "holdSeconds",
    "sides",
    "breathing"
   ],
   "source": "Founding article on relieving pressure in the sacrum",
   "certainty": "low"
  },
  {
   "about": [
    "sets",
    "repetitions",
    "restSeconds",
    "timesADay",
    "daysAWeek",
    "commonErrors",
    "contraindications",
    "stopRules"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24",
  "translation": "not_yet_reviewed_by_a_speaker"
 }
}
$document$)) as brought (language, title, document);

with number as materialized (select next_edition('exercise', 'piriformis-stretch') as taken)
insert into edition (kind, slug, version, language, title, published_at, published_by, document)
select 'exercise', 'piriformis-stretch', number.taken, brought.language, brought.title, '2026-11-24T00:00:00Z', 'migration', brought.document
from number, (values
    ('en', 'Piriformis stretch', $document$
{
 "summary": "You stretch a deep muscle in your bottom. It lies close to the sacrum and can make it feel tight.",
 "position": "Lie on your back. Put one ankle on the other knee, so that your legs make the shape of a 4.",
 "equipment": [
  "A mat or a firm, flat floor"
 ],
 "steps": [
  "Cross your left ankle over your right knee.",
  "Hold your right leg behind the knee. Pull it slowly to your chest.",
  "Stop when you feel a deep stretch on the left side of your bottom.",
  "Stay there for 30 seconds. Let your hip go soft.",
  "Put your foot down slowly and rest. Then swap legs and do the right side."
 ],
 "breathing": "Take slow breaths. Let your hip go a little softer each time you breathe out.",
 "commonErrors": [
  "Pulling in jerks.",
  "Lifting your head or shoulders.",
  "Holding your breath."
 ],
 "dosage": {
  "sets": {
   "min": 1,
   "max": 1
  },
  "repetitions": {
   "min": 1,
   "max": 1
  },
  "holdSeconds": {
   "min": 30,
   "max": 30
  },
  "sides": [
   "left",
   "right"
  ],
  "restSeconds": {
   "min": 5,
   "max": 15
  },
  "timesADay": {
   "min": 1,
   "max": 2
  },
  "daysAWeek": {
   "min": 5,
   "max": 7
  }
 },
 "contraindications": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "fever",
  "major_trauma",
  "unable_to_walk",
  "chest_pain",
  "fainting",
  "recent_spinal_procedure",
  "prior_fragility_fracture",
  "pregnancy"
 ],
 "whoAsksFirst": [
  "Do not start if a leg feels numb or weak, or if you have a fever or have had a bad fall. Get help first.",
  "Ask your therapist first if you broke a weak bone, or have just had work done on your spine. Ask too if you have a baby on the way."
 ],
 "stopRules": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "leg_pain",
  "chest_pain",
  "fainting",
  "abdominal_pain_tearing",
  "severe_headache"
 ],
 "whenToStop": [
  "Stop if the pain moves down your leg.",
  "Stop if a leg or foot feels numb, tingly or weak.",
  "Stop if you feel faint or your chest hurts, and call for help.",
  "Is it hard to pee? Do you leak pee or poo? Is it numb between your legs? If this is new, go to the emergency department now."
 ],
 "image": {
  "alt": "A person lies on the floor with one ankle on the other knee. First one foot is on the floor. Then both hands pull that leg to the chest.",
  "start": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 170\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"170\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><rect x=\"14\" y=\"146\" width=\"312\" height=\"7\" rx=\"3.5\" fill=\"#cfd8dc\"/><path d=\"M262 136 L286 141\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M188 128 L238 64\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M238 64 L262 136\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M52 133 L70 132\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"44\" cy=\"130\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M40 113.5 A17 17 0 1 0 49 146.2 Q35 138 36 126 Q40 120 40 113.5 Z\" fill=\"#4e342e\"/><path d=\"M47 114 L51 108.5 L54 116.5 Z\" fill=\"#c98f6b\"/><path d=\"M74 146 L184 146 Q202 146 201 128 Q198 112 178 112 Q150 108 120 108 Q92 104 76 110 Q66 116 66 130 Q66 146 74 146 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M182 130 L192 72\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M192 72 L234 56\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M236 55 L246 36\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M84 122 L120 138 L156 139\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"156\" cy=\"139\" r=\"6.5\" fill=\"#c98f6b\"/></g></svg>",
  "end": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 170\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"170\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><rect x=\"14\" y=\"146\" width=\"312\" height=\"7\" rx=\"3.5\" fill=\"#cfd8dc\"/><path d=\"M90 116 L124 92 L168 86\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"168\" cy=\"86\" r=\"6.5\" fill=\"#dcb79f\"/><path d=\"M166 46 L212 54\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M212 54 L220 36\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M186 128 L160 50\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M52 133 L70 132\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"44\" cy=\"130\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M40 113.5 A17 17 0 1 0 49 146.2 Q35 138 36 126 Q40 120 40 113.5 Z\" fill=\"#4e342e\"/><path d=\"M47 114 L51 108.5 L54 116.5 Z\" fill=\"#c98f6b\"/><path d=\"M74 146 L184 146 Q202 146 201 128 Q198 112 178 112 Q150 108 120 108 Q92 104 76 110 Q66 116 66 130 Q66 146 74 146 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M184 130 L208 84\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M208 84 L164 48\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M162 46 L150 28\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M84 122 L120 104 L176 96\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"176\" cy=\"96\" r=\"6.5\" fill=\"#c98f6b\"/><path d=\"M140 60 L112 68\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\"/><path d=\"M117.8 61.2 L110 69 L120.6 71.8\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></g></svg>"
 },
 "evidence": [
  {
   "about": [
    "position",
    "steps",
    "holdSeconds",
    "sides"
   ],
   "source": "Founding article on relieving pressure in the sacrum",
   "certainty": "low"
  },
  {
   "about": [
    "sets",
    "repetitions",
    "restSeconds",
    "timesADay",
    "daysAWeek",
    "breathing",
    "commonErrors",
    "contraindications",
    "stopRules"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24"
 }
}
$document$),
    ('es', 'Estirar el piriforme', $document$
{
 "summary": "Estiras un músculo hondo del culo. Está cerca del sacro y a veces hace que lo notes duro.",
 "position": "Échate boca arriba. Pon un tobillo sobre la otra rodilla, y tus piernas hacen un 4.",
 "equipment": [
  "Una manta o un suelo firme y plano"
 ],
 "steps": [
  "Pon el tobillo izquierdo sobre la rodilla derecha.",
  "Coge la pierna derecha por detrás de la rodilla. Llévala poco a poco al pecho.",
  "Para cuando notes que tira el lado izquierdo del culo.",
  "Quédate así 30 segundos. Deja la cadera suelta.",
  "Baja el pie poco a poco y para un rato. Luego cambia de pierna y haz el lado derecho."
 ],
 "breathing": "Respira con calma. Deja la cadera un poco más suelta cada vez que echas el aire.",
 "commonErrors": [
  "Dar tirones.",
  "Levantar la cabeza o los hombros.",
  "Dejar de respirar."
 ],
 "dosage": {
  "sets": {
   "min": 1,
   "max": 1
  },
  "repetitions": {
   "min": 1,
   "max": 1
  },
  "holdSeconds": {
   "min": 30,
   "max": 30
  },
  "sides": [
   "left",
   "right"
  ],
  "restSeconds": {
   "min": 5,
   "max": 15
  },
  "timesADay": {
   "min": 1,
   "max": 2
  },
  "daysAWeek": {
   "min": 5,
   "max": 7
  }
 },
 "contraindications": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "fever",
  "major_trauma",
  "unable_to_walk",
  "chest_pain",
  "fainting",
  "recent_spinal_procedure",
  "prior_fragility_fracture",
  "pregnancy"
 ],
 "whoAsksFirst": [
  "No empieces si una pierna no tiene fuerza o se duerme, si tienes fiebre o si te has caído fuerte. Pide ayuda antes.",
  "Pregunta antes a tu terapeuta si se te rompió un hueso débil o si te han operado hace poco de la espalda. Pregunta también si esperas un bebé."
 ],
 "stopRules": [
  "urine_cannot_start",
  "urine_leak",
  "urine_reduced_feeling",
  "bowel_leak",
  "bowel_reduced_feeling",
  "saddle_numbness",
  "saddle_tingling",
  "sexual_function_change",
  "leg_numbness",
  "leg_tingling",
  "odd_leg_feelings",
  "leg_weakness",
  "foot_drop",
  "unsteady_walking",
  "leg_pain",
  "chest_pain",
  "fainting",
  "abdominal_pain_tearing",
  "severe_headache"
 ],
 "whenToStop": [
  "Para si el dolor baja por la pierna.",
  "Para si una pierna o un pie se duerme, hormiguea o pierde fuerza.",
  "Para si te mareas o te duele el pecho, y pide ayuda.",
  "¿Te cuesta hacer pis? ¿Se te escapa el pis o la caca? ¿No sientes bien entre las piernas? Si es nuevo, ve a urgencias ya."
 ],
 "image": {
  "alt": "Una persona boca arriba con un tobillo sobre la otra rodilla. Primero el otro pie está en el suelo. Luego las dos manos llevan esa pierna al pecho.",
  "start": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 170\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"170\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><rect x=\"14\" y=\"146\" width=\"312\" height=\"7\" rx=\"3.5\" fill=\"#cfd8dc\"/><path d=\"M262 136 L286 141\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M188 128 L238 64\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M238 64 L262 136\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M52 133 L70 132\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"44\" cy=\"130\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M40 113.5 A17 17 0 1 0 49 146.2 Q35 138 36 126 Q40 120 40 113.5 Z\" fill=\"#4e342e\"/><path d=\"M47 114 L51 108.5 L54 116.5 Z\" fill=\"#c98f6b\"/><path d=\"M74 146 L184 146 Q202 146 201 128 Q198 112 178 112 Q150 108 120 108 Q92 104 76 110 Q66 116 66 130 Q66 146 74 146 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M182 130 L192 72\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M192 72 L234 56\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M236 55 L246 36\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M84 122 L120 138 L156 139\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"156\" cy=\"139\" r=\"6.5\" fill=\"#c98f6b\"/></g></svg>",
  "end": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 340 170\"><rect x=\"0\" y=\"0\" width=\"340\" height=\"170\" rx=\"8\" fill=\"#ffffff\"/><g transform=\"translate(340 0) scale(-1 1)\"><rect x=\"14\" y=\"146\" width=\"312\" height=\"7\" rx=\"3.5\" fill=\"#cfd8dc\"/><path d=\"M90 116 L124 92 L168 86\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"168\" cy=\"86\" r=\"6.5\" fill=\"#dcb79f\"/><path d=\"M166 46 L212 54\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M212 54 L220 36\" fill=\"none\" stroke=\"#dcb79f\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M186 128 L160 50\" fill=\"none\" stroke=\"#8fb9bd\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M52 133 L70 132\" stroke=\"#c98f6b\" stroke-width=\"15\" fill=\"none\"/><circle cx=\"44\" cy=\"130\" r=\"17\" fill=\"#c98f6b\"/><path d=\"M40 113.5 A17 17 0 1 0 49 146.2 Q35 138 36 126 Q40 120 40 113.5 Z\" fill=\"#4e342e\"/><path d=\"M47 114 L51 108.5 L54 116.5 Z\" fill=\"#c98f6b\"/><path d=\"M74 146 L184 146 Q202 146 201 128 Q198 112 178 112 Q150 108 120 108 Q92 104 76 110 Q66 116 66 130 Q66 146 74 146 Z\" fill=\"#e9e4d8\" stroke=\"#8a8371\" stroke-width=\"2\" stroke-linejoin=\"round\"/><path d=\"M184 130 L208 84\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"24\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M208 84 L164 48\" fill=\"none\" stroke=\"#1f6f78\" stroke-width=\"17\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M162 46 L150 28\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"11\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><path d=\"M84 122 L120 104 L176 96\" fill=\"none\" stroke=\"#c98f6b\" stroke-width=\"10\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/><circle cx=\"176\" cy=\"96\" r=\"6.5\" fill=\"#c98f6b\"/><path d=\"M140 60 L112 68\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\"/><path d=\"M117.8 61.2 L110 69 L120.6 71.8\" fill=\"none\" stroke=\"#c2410c\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></g></svg>"
 },
 "evidence": [
  {
   "about": [
    "position",
    "steps",
    "holdSeconds",
    "sides"
   ],
   "source": "Founding article on relieving pressure in the sacrum",
   "certainty": "low"
  },
  {
   "about": [
    "sets",
    "repetitions",
    "restSeconds",
    "timesADay",
    "daysAWeek",
    "breathing",
    "commonErrors",
    "contraindications",
    "stopRules"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24",
  "translation": "not_yet_reviewed_by_a_speaker"
 }
}
$document$)) as brought (language, title, document);

with number as materialized (select next_edition('programme', 'gentle-sacral-start') as taken)
insert into edition (kind, slug, version, language, title, published_at, published_by, document)
select 'programme', 'gentle-sacral-start', number.taken, brought.language, brought.title, '2026-11-24T00:00:00Z', 'migration', replace(replace(replace(brought.document, '{pelvic-tilt}', (select latest_version::text from piece where kind = 'exercise' and slug = 'pelvic-tilt')), '{lumbar-rotation}', (select latest_version::text from piece where kind = 'exercise' and slug = 'lumbar-rotation')), '{piriformis-stretch}', (select latest_version::text from piece where kind = 'exercise' and slug = 'piriformis-stretch'))
from number, (values
    ('en', 'A gentle start', $document$
{
 "summary": "Three slow moves that you can do at home. They take about ten minutes.",
 "exercises": [
  {
   "slug": "pelvic-tilt",
   "version": {pelvic-tilt}
  },
  {
   "slug": "lumbar-rotation",
   "version": {lumbar-rotation}
  },
  {
   "slug": "piriformis-stretch",
   "version": {piriformis-stretch}
  }
 ],
 "schedule": {
  "timesADay": {
   "min": 1,
   "max": 2
  },
  "daysAWeek": {
   "min": 5,
   "max": 7
  },
  "weeks": {
   "min": 2,
   "max": 6
  }
 },
 "advice": [
  "Warm up first. Walk around the room for two minutes.",
  "A light stretch is good. A sharp pain is not. If the pain goes over 5 out of 10, do less.",
  "Rest on a day when you need it, and tell us that you did.",
  "If it still hurts on day 5, book a visit. Do not just go on.",
  "Do not crack your back by yourself."
 ],
 "evidence": [
  {
   "about": [
    "exercises"
   ],
   "source": "Founding article on relieving pressure in the sacrum",
   "certainty": "low"
  },
  {
   "about": [
    "the order",
    "schedule",
    "advice"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24"
 }
}
$document$),
    ('es', 'Empezar con calma', $document$
{
 "summary": "Tres pasos con calma que puedes hacer en casa. Te llevan unos diez minutos.",
 "exercises": [
  {
   "slug": "pelvic-tilt",
   "version": {pelvic-tilt}
  },
  {
   "slug": "lumbar-rotation",
   "version": {lumbar-rotation}
  },
  {
   "slug": "piriformis-stretch",
   "version": {piriformis-stretch}
  }
 ],
 "schedule": {
  "timesADay": {
   "min": 1,
   "max": 2
  },
  "daysAWeek": {
   "min": 5,
   "max": 7
  },
  "weeks": {
   "min": 2,
   "max": 6
  }
 },
 "advice": [
  "Entra en calor antes. Anda por casa dos minutos.",
  "Que tire un poco es bueno. Un dolor fuerte no. Si el dolor pasa de 5 sobre 10, haz menos.",
  "Para un día si te hace falta, y dínoslo.",
  "Si el día 5 aún te duele, pide una cita. No sigas sin más.",
  "No te crujas la espalda por tu cuenta."
 ],
 "evidence": [
  {
   "about": [
    "exercises"
   ],
   "source": "Founding article on relieving pressure in the sacrum",
   "certainty": "low"
  },
  {
   "about": [
    "the order",
    "schedule",
    "advice"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24",
  "translation": "not_yet_reviewed_by_a_speaker"
 }
}
$document$)) as brought (language, title, document);

with number as materialized (select next_edition('article', 'easing-sacral-pressure') as taken)
insert into edition (kind, slug, version, language, title, published_at, published_by, document)
select 'article', 'easing-sacral-pressure', number.taken, brought.language, brought.title, '2026-11-24T00:00:00Z', 'migration', brought.document
from number, (values
    ('en', 'Easing the pressure, and when to see someone', $document$
{
 "summary": "What your sacrum is, and why a crack does not help for long. What is safe to do, and when you need help.",
 "sections": [
  {
   "heading": "What the sacrum is",
   "paragraphs": [
    "The sacrum is the big bone at the bottom of your back. It has three corners and sits between your hip bones. Two joints join it to the hips. They are called the SI joints. Strong bands hold them tight, so they move only a little. That keeps you steady when you stand and walk."
   ]
  },
  {
   "heading": "What the pop is",
   "paragraphs": [
    "There is a slippery liquid in a joint. When you pull the joint, tiny bubbles of gas form in it and collapse. That makes the pop. Your knuckles do the same. The name for it is cavitation."
   ]
  },
  {
   "heading": "Why it does not help for long",
   "paragraphs": [
    "It may feel good, as the tight muscles near it let go for a while. But what made them tight is still there. Some muscles may be too weak, or you may sit badly. So the tight feeling soon comes back."
   ]
  },
  {
   "heading": "Why you should not force it",
   "paragraphs": [
    "If you crack your back hard again and again, the strong bands can stretch. The joint gets too loose. Then the muscles grip hard to guard it. You feel more pressure and want to crack it once more.",
    "Force can make a slipped disc worse. It can also harm you if the space for the nerves in your spine is too small. That is called spinal stenosis."
   ]
  },
  {
   "heading": "What you can do safely",
   "paragraphs": [
    "Move gently and stretch. This helps your blood flow and lets tight muscles rest. It does not pull on the strong bands.",
    "Three moves are a good start: the pelvic tilt, the lower back rotation and the piriformis stretch. Go as far as a light stretch. Never push into pain.",
    "The tilt moves the lowest part of your back. The rotation loosens the muscles beside your spine. The stretch is for a deep muscle in your bottom, which lies close to the sacrum."
   ]
  },
  {
   "heading": "When to see someone",
   "paragraphs": [
    "Rest and stretch gently for a few days. If it still hurts on day 5, book a visit. Someone must find out why.",
    "Book a visit this week if the pain runs down your leg, or if your leg feels numb, tingly or weak. Something may be pressing on a nerve."
   ]
  },
  {
   "heading": "Whom to see",
   "paragraphs": [
    "A physical therapist looks at how you move and plans what you do at home.",
    "A chiropractor can move a joint by hand. This is not safe for all, so ask first. Do not go there with a numb or weak leg.",
    "An orthopaedic specialist is a doctor for bones and joints. Go there to find out what is wrong."
   ]
  },
  {
   "heading": "When to go at once",
   "paragraphs": [
    "Go to the emergency department now if you find it hard to pee, or if you leak pee or poo, and this is new. Go too if it feels numb between your legs. Do not wait for a booked visit, and do not exercise."
   ]
  }
 ],
 "evidence": [
  {
   "about": [
    "What the sacrum is",
    "What the pop is",
    "Why it does not help for long",
    "Why you should not force it",
    "What you can do safely",
    "When to see someone",
    "Whom to see"
   ],
   "source": "Founding article on relieving pressure in the sacrum",
   "certainty": "low"
  },
  {
   "about": [
    "When to go at once"
   ],
   "source": "Founding article on relieving pressure in the sacrum; GIRFT 2023; NICE NG127",
   "certainty": "moderate"
  },
  {
   "about": [
    "day 5 as the first day that is more than a few"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24"
 }
}
$document$),
    ('es', 'Quitar peso al sacro, y cuándo pedir ayuda', $document$
{
 "summary": "Qué es el sacro y por qué crujirlo ayuda poco rato. Qué puedes hacer y cuándo pedir ayuda.",
 "sections": [
  {
   "heading": "Qué es el sacro",
   "paragraphs": [
    "El sacro es el hueso grande al final de la espalda. Tiene tres puntas y está entre los huesos de la cadera. Dos juntas lo unen a ella. Son las sacroilíacas. Unas bandas fuertes las atan, y por eso se mueven muy poco. Así estás firme de pie y cuando andas."
   ]
  },
  {
   "heading": "Qué es el crujido",
   "paragraphs": [
    "Dentro de la junta hay un líquido. Cuando tiras de ella, nacen y mueren burbujas de gas. Eso suena. En los dedos pasa lo mismo. Se llama cavitación."
   ]
  },
  {
   "heading": "Por qué ayuda poco rato",
   "paragraphs": [
    "Puede dar gusto, pues los músculos de cerca se sueltan un rato. Pero lo que los puso duros sigue ahí. Puede que unos tengan poca fuerza, o que te sientes mal. Por eso vuelve pronto."
   ]
  },
  {
   "heading": "Por qué no debes forzar",
   "paragraphs": [
    "Si te crujes la espalda una y otra vez, las bandas se dan de sí. La junta queda floja. Entonces los músculos aprietan para cuidarla. Notas más peso y quieres crujir otra vez.",
    "La fuerza puede poner peor una hernia de disco. También hace daño si los nervios tienen poco hueco. Eso se llama estenosis."
   ]
  },
  {
   "heading": "Qué puedes hacer",
   "paragraphs": [
    "Muévete con calma y estira. Así la sangre va mejor y los músculos duros se sueltan. No tira de las bandas.",
    "Hay tres pasos para empezar: el balanceo de la pelvis, el giro de la espalda baja y el del piriforme. Llega solo hasta que tire un poco. No entres en el dolor.",
    "El balanceo mueve la parte baja de la espalda. El giro suelta los músculos que van a su lado. El otro es para un músculo hondo del culo, que está cerca del sacro."
   ]
  },
  {
   "heading": "Cuándo pedir cita",
   "paragraphs": [
    "Para y estira con calma unos días. Si el día 5 aún te duele, pide una cita. Hay que ver por qué.",
    "Pide cita esta semana si el dolor baja por la pierna. También si la pierna se duerme, hormiguea o pierde fuerza. Puede que algo apriete un nervio."
   ]
  },
  {
   "heading": "A quién ver",
   "paragraphs": [
    "El fisioterapeuta mira cómo te mueves. Te dice qué hacer en casa.",
    "El quiropráctico mueve una junta con las manos. No es bueno para todos: pregunta antes. No vayas si una pierna se duerme o no tiene fuerza.",
    "El traumatólogo es el médico de los huesos. Ve a verlo para saber qué te pasa."
   ]
  },
  {
   "heading": "Cuándo ir ya",
   "paragraphs": [
    "Ve a urgencias ya si te cuesta hacer pis o se te escapa el pis o la caca, y es nuevo. Ve también si no sientes bien entre las piernas. No esperes a la cita y no hagas los pasos."
   ]
  }
 ],
 "evidence": [
  {
   "about": [
    "Qué es el sacro",
    "Qué es el crujido",
    "Por qué ayuda poco rato",
    "Por qué no debes forzar",
    "Qué puedes hacer",
    "Cuándo pedir cita",
    "A quién ver"
   ],
   "source": "Founding article on relieving pressure in the sacrum",
   "certainty": "low"
  },
  {
   "about": [
    "Cuándo ir ya"
   ],
   "source": "Founding article on relieving pressure in the sacrum; GIRFT 2023; NICE NG127",
   "certainty": "moderate"
  },
  {
   "about": [
    "el día 5"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24",
  "translation": "not_yet_reviewed_by_a_speaker"
 }
}
$document$)) as brought (language, title, document);

with number as materialized (select next_edition('article', 'emergency-texts') as taken)
insert into edition (kind, slug, version, language, title, published_at, published_by, document)
select 'article', 'emergency-texts', number.taken, brought.language, brought.title, '2026-11-24T00:00:00Z', 'migration', brought.document
from number, (values
    ('en', 'When to get help at once', $document$
{
 "summary": "What to do at once when a sign can not wait.",
 "sections": [
  {
   "heading": "Signs that can not wait",
   "paragraphs": [
    "Some signs mean that nerves low in your back are in danger. Hours count then. Do not wait to see if it goes away.",
    "You may have had a sign for a long time. If a doctor has checked it and it is the same as ever, it is not new. If it gets worse, it is."
   ]
  }
 ],
 "emergencyTexts": {
  "urine_cannot_start": "You find it hard to start to pee. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
  "urine_leak": "You leak pee. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
  "urine_reduced_feeling": "You do not feel it well when you pee or need to. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
  "bowel_leak": "You leak poo. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
  "bowel_reduced_feeling": "You do not feel it well when you poo or need to. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
  "saddle_numbness": "It feels numb between your legs or around your bottom. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
  "saddle_tingling": "It tingles between your legs or around your bottom. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
  "sexual_function_change": "Sex or the feeling there has changed. If this is new, speak to a doctor today. If you also have trouble when you pee or poo, or a leg feels numb or weak, go to the emergency department now. Do not exercise.",
  "foot_drop": "You can not lift the front of your foot. If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not exercise.",
  "leg_weakness": "Your leg is weak. Stop your exercises and speak to a doctor today. If both legs are weak, or it gets worse, go to the emergency department now.",
  "unsteady_walking": "You are not steady when you walk. Stop your exercises and speak to a doctor today. If a leg is weak too, go to the emergency department now.",
  "major_trauma": "You have had a bad fall or crash. Keep still. Call an ambulance now, or go to the emergency department.",
  "unable_to_walk": "You can not walk. Speak to a doctor today. Stop your exercises until then. If you had a bad fall, or if your legs are weak, call an ambulance now.",
  "chest_pain": "Your chest hurts. Call an ambulance now. Stop your exercises.",
  "fainting": "You have passed out. Call an ambulance now. Stop your exercises.",
  "abdominal_pain_tearing": "You have a strong, tearing pain in your tummy. Call an ambulance now. Stop your exercises.",
  "face_droop": "One side of your face hangs down. Call an ambulance now. Stop your exercises.",
  "arm_weakness": "Your arm is weak. If this is new, call an ambulance now. Stop your exercises.",
  "calf_swelling_warm": "Your calf is swollen and warm. Do not rub it. Speak to a doctor today. Stop your exercises until then.",
  "severe_headache": "Your head hurts very badly. Speak to a doctor today. Stop your exercises until then. If it came on all at once, call an ambulance now.",
  "fever": "You have a fever. With back pain it must be checked. Speak to a doctor today. Stop your exercises until then. If you feel very ill, or a leg is numb or weak, go to the emergency department now.",
  "chills": "You shiver and feel cold. With back pain it must be checked. Speak to a doctor today. Stop your exercises until then. If you feel very ill, or a leg is numb or weak, go to the emergency department now."
 },
 "evidence": [
  {
   "about": [
    "cauda equina"
   ],
   "source": "Founding article on relieving pressure in the sacrum; GIRFT 2023; NICE NG127",
   "certainty": "moderate"
  },
  {
   "about": [
    "major_trauma"
   ],
   "source": "Downie 2013",
   "certainty": "moderate"
  },
  {
   "about": [
    "fever",
    "chills"
   ],
   "source": "IFOMPT red flag framework; Yusuf 2019",
   "certainty": "moderate"
  },
  {
   "about": [
    "chest_pain",
    "fainting",
    "abdominal_pain_tearing",
    "face_droop",
    "arm_weakness",
    "calf_swelling_warm",
    "severe_headache"
   ],
   "source": "NHS lists",
   "certainty": "moderate"
  },
  {
   "about": [
    "the wording"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24"
 }
}
$document$),
    ('es', 'Cuándo pedir ayuda ya', $document$
{
 "summary": "Qué hacer ya cuando una señal no puede esperar.",
 "sections": [
  {
   "heading": "Señales que no esperan",
   "paragraphs": [
    "Hay señales de que los nervios bajos de la espalda corren peligro. Cada hora cuenta. No esperes a ver si se pasa.",
    "Puede que tengas la señal hace tiempo. Si un médico la ha visto y sigue igual, no es nueva. Si va a peor, sí lo es."
   ]
  }
 ],
 "emergencyTexts": {
  "urine_cannot_start": "Te cuesta hacer pis. Si es nuevo o va a peor, ve a urgencias ya. No esperes a la cita y no hagas los pasos.",
  "urine_leak": "Se te escapa el pis. Si es nuevo o va a peor, ve a urgencias ya. No esperes a la cita y no hagas los pasos.",
  "urine_reduced_feeling": "No sientes bien cuando haces pis o te hace falta. Si es nuevo o va a peor, ve a urgencias ya. No esperes a la cita y no hagas los pasos.",
  "bowel_leak": "Se te escapa la caca. Si es nuevo o va a peor, ve a urgencias ya. No esperes a la cita y no hagas los pasos.",
  "bowel_reduced_feeling": "No sientes bien cuando haces caca o te hace falta. Si es nuevo o va a peor, ve a urgencias ya. No esperes a la cita y no hagas los pasos.",
  "saddle_numbness": "No sientes bien entre las piernas o por el culo. Si es nuevo o va a peor, ve a urgencias ya. No esperes a la cita y no hagas los pasos.",
  "saddle_tingling": "Notas hormigueo entre las piernas o por el culo. Si es nuevo o va a peor, ve a urgencias ya. No esperes a la cita y no hagas los pasos.",
  "sexual_function_change": "El sexo o lo que sientes ahí ha cambiado. Si es nuevo, ve hoy a un médico. Si además te cuesta hacer pis o caca, o una pierna se duerme o no tiene fuerza, ve a urgencias ya. No hagas los pasos.",
  "foot_drop": "No puedes subir la punta del pie. Si es nuevo o va a peor, ve a urgencias ya. No esperes a la cita y no hagas los pasos.",
  "leg_weakness": "La pierna no tiene fuerza. No hagas los pasos y ve hoy a un médico. Si son las dos, o va a peor, ve a urgencias ya.",
  "unsteady_walking": "No andas firme. No hagas los pasos y ve hoy a un médico. Si una pierna no tiene fuerza, ve a urgencias ya.",
  "major_trauma": "Te has caído fuerte o has tenido un choque. No te muevas. Llama ya a una ambulancia, o ve a urgencias.",
  "unable_to_walk": "No puedes andar. Ve hoy a un médico. No hagas los pasos hasta entonces. Si te has caído fuerte, o no tienes fuerza en las piernas, llama ya a una ambulancia.",
  "chest_pain": "Te duele el pecho. Llama ya a una ambulancia. No hagas los pasos.",
  "fainting": "Te has ido al suelo sin sentido. Llama ya a una ambulancia. No hagas los pasos.",
  "abdominal_pain_tearing": "Notas un dolor muy fuerte en la tripa, como si se rompe. Llama ya a una ambulancia. No hagas los pasos.",
  "face_droop": "Se te cae un lado de la cara. Llama ya a una ambulancia. No hagas los pasos.",
  "arm_weakness": "Un brazo no tiene fuerza. Si es nuevo, llama ya a una ambulancia. No hagas los pasos.",
  "calf_swelling_warm": "La pantorrilla está gorda y caliente. No la frotes. Ve hoy a un médico. No hagas los pasos hasta entonces.",
  "severe_headache": "Te duele mucho la cabeza. Ve hoy a un médico. No hagas los pasos hasta entonces. Si vino de golpe, llama ya a una ambulancia.",
  "fever": "Tienes fiebre. Con dolor de espalda hay que verlo. Ve hoy a un médico. No hagas los pasos hasta entonces. Si te ves muy mal, o una pierna se duerme o no tiene fuerza, ve a urgencias ya.",
  "chills": "Tienes frío y tiemblas. Con dolor de espalda hay que verlo. Ve hoy a un médico. No hagas los pasos hasta entonces. Si te ves muy mal, o una pierna se duerme o no tiene fuerza, ve a urgencias ya."
 },
 "evidence": [
  {
   "about": [
    "cauda equina"
   ],
   "source": "Founding article on relieving pressure in the sacrum; GIRFT 2023; NICE NG127",
   "certainty": "moderate"
  },
  {
   "about": [
    "major_trauma"
   ],
   "source": "Downie 2013",
   "certainty": "moderate"
  },
  {
   "about": [
    "fever",
    "chills"
   ],
   "source": "IFOMPT red flag framework; Yusuf 2019",
   "certainty": "moderate"
  },
  {
   "about": [
    "chest_pain",
    "fainting",
    "abdominal_pain_tearing",
    "face_droop",
    "arm_weakness",
    "calf_swelling_warm",
    "severe_headache"
   ],
   "source": "NHS lists",
   "certainty": "moderate"
  },
  {
   "about": [
    "the wording"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24",
  "translation": "not_yet_reviewed_by_a_speaker"
 }
}
$document$)) as brought (language, title, document);

with number as materialized (select next_edition('article', 'red-flag-questions') as taken)
insert into edition (kind, slug, version, language, title, published_at, published_by, document)
select 'article', 'red-flag-questions', number.taken, brought.language, brought.title, '2026-11-24T00:00:00Z', 'migration', brought.document
from number, (values
    ('en', 'Questions before you start', $document$
{
 "summary": "Say yes or no to each. If you are not sure, say yes.",
 "sections": [
  {
   "heading": "Why we ask",
   "paragraphs": [
    "A few signs can not wait. They are rare. We ask each time, so that we do not miss one.",
    "If you have had a sign for a long time, and a doctor has checked it, say so. If it gets worse, it is new."
   ]
  }
 ],
 "redFlagQuestions": [
  {
   "code": "urine_cannot_start",
   "ask": "Is it hard to start to pee, though you need to?",
   "ifYes": {
    "default": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "GB": "Go to A&E now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "IE": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "US": "Go to the emergency room now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise."
   }
  },
  {
   "code": "urine_leak",
   "ask": "Do you leak pee when you do not mean to?",
   "ifYes": {
    "default": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "GB": "Go to A&E now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "IE": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "US": "Go to the emergency room now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise."
   }
  },
  {
   "code": "urine_reduced_feeling",
   "ask": "Is it hard to feel when you need to pee, or that you pee?",
   "ifYes": {
    "default": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "GB": "Go to A&E now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "IE": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "US": "Go to the emergency room now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise."
   }
  },
  {
   "code": "bowel_leak",
   "ask": "Do you leak poo when you do not mean to?",
   "ifYes": {
    "default": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "GB": "Go to A&E now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "IE": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "US": "Go to the emergency room now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise."
   }
  },
  {
   "code": "bowel_reduced_feeling",
   "ask": "Is it hard to feel when you need to poo, or that you poo?",
   "ifYes": {
    "default": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "GB": "Go to A&E now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "IE": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "US": "Go to the emergency room now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise."
   }
  },
  {
   "code": "saddle_numbness",
   "ask": "Is it numb between your legs or around your bottom?",
   "ifYes": {
    "default": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "GB": "Go to A&E now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "IE": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "US": "Go to the emergency room now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise."
   }
  },
  {
   "code": "saddle_tingling",
   "ask": "Does it tingle between your legs or around your bottom?",
   "ifYes": {
    "default": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "GB": "Go to A&E now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "IE": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "US": "Go to the emergency room now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise."
   }
  },
  {
   "code": "sexual_function_change",
   "ask": "Has sex changed, or do you feel less there?",
   "ifYes": {
    "default": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "GB": "Speak to a doctor today, and do not exercise. Go to A&E now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "IE": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "US": "Speak to a doctor today, and do not exercise. Go to the emergency room now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}."
   }
  },
  {
   "code": "foot_drop",
   "ask": "Does the front of your foot hang down when you walk?",
   "ifYes": {
    "default": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "GB": "Go to A&E now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "IE": "Go to the emergency department now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise.",
    "US": "Go to the emergency room now, if this is new or worse. If you can not get there, call {emergencyNumber}. Do not wait for a booked visit, and do not exercise."
   }
  },
  {
   "code": "leg_weakness",
   "ask": "Is one of your legs weak, or are both?",
   "ifYes": {
    "default": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "GB": "Speak to a doctor today, and do not exercise. Go to A&E now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "IE": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "US": "Speak to a doctor today, and do not exercise. Go to the emergency room now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}."
   }
  },
  {
   "code": "unsteady_walking",
   "ask": "Are you not steady when you walk?",
   "ifYes": {
    "default": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "GB": "Speak to a doctor today, and do not exercise. Go to A&E now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "IE": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "US": "Speak to a doctor today, and do not exercise. Go to the emergency room now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}."
   }
  },
  {
   "code": "major_trauma",
   "ask": "Have you had a bad fall or a crash?",
   "ifYes": {
    "default": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "GB": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to A&E at once. Do not drive by yourself.",
    "IE": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "US": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency room at once. Do not drive by yourself."
   }
  },
  {
   "code": "chest_pain",
   "ask": "Does your chest hurt?",
   "ifYes": {
    "default": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "GB": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to A&E at once. Do not drive by yourself.",
    "IE": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "US": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency room at once. Do not drive by yourself."
   }
  },
  {
   "code": "fainting",
   "ask": "Have you passed out?",
   "ifYes": {
    "default": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "GB": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to A&E at once. Do not drive by yourself.",
    "IE": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "US": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency room at once. Do not drive by yourself."
   }
  },
  {
   "code": "face_droop",
   "ask": "Does one side of your face hang down?",
   "ifYes": {
    "default": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "GB": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to A&E at once. Do not drive by yourself.",
    "IE": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "US": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency room at once. Do not drive by yourself."
   }
  },
  {
   "code": "arm_weakness",
   "ask": "Is one arm weak all at once?",
   "ifYes": {
    "default": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "GB": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to A&E at once. Do not drive by yourself.",
    "IE": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "US": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency room at once. Do not drive by yourself."
   }
  },
  {
   "code": "abdominal_pain_tearing",
   "ask": "Do you have a strong, tearing pain in your tummy?",
   "ifYes": {
    "default": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "GB": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to A&E at once. Do not drive by yourself.",
    "IE": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency department at once. Do not drive by yourself.",
    "US": "Do not exercise. Call {emergencyNumber} now. If no one can come, ask for a lift to the emergency room at once. Do not drive by yourself."
   }
  },
  {
   "code": "fever",
   "ask": "Do you have a fever?",
   "ifYes": {
    "default": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "GB": "Speak to a doctor today, and do not exercise. Go to A&E now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "IE": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "US": "Speak to a doctor today, and do not exercise. Go to the emergency room now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}."
   }
  },
  {
   "code": "chills",
   "ask": "Do you shiver and feel cold?",
   "ifYes": {
    "default": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "GB": "Speak to a doctor today, and do not exercise. Go to A&E now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "IE": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "US": "Speak to a doctor today, and do not exercise. Go to the emergency room now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}."
   }
  },
  {
   "code": "calf_swelling_warm",
   "ask": "Is your calf swollen and warm?",
   "ifYes": {
    "default": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "GB": "Speak to a doctor today, and do not exercise. Go to A&E now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "IE": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "US": "Speak to a doctor today, and do not exercise. Go to the emergency room now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}."
   }
  },
  {
   "code": "severe_headache",
   "ask": "Does your head hurt very badly?",
   "ifYes": {
    "default": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "GB": "Speak to a doctor today, and do not exercise. Go to A&E now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "IE": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "US": "Speak to a doctor today, and do not exercise. Go to the emergency room now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}."
   }
  },
  {
   "code": "unable_to_walk",
   "ask": "Can you not walk at all?",
   "ifYes": {
    "default": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "GB": "Speak to a doctor today, and do not exercise. Go to A&E now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "IE": "Speak to a doctor today, and do not exercise. Go to the emergency department now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}.",
    "US": "Speak to a doctor today, and do not exercise. Go to the emergency room now if it gets worse, if a leg is weak or if you feel very ill. If you can not get there, call {emergencyNumber}."
   }
  }
 ],
 "evidence": [
  {
   "about": [
    "the first eight questions"
   ],
   "source": "Founding article on relieving pressure in the sacrum; GIRFT 2023; NICE NG127",
   "certainty": "moderate"
  },
  {
   "about": [
    "the other questions",
    "the wording",
    "the words for each country"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24"
 }
}
$document$),
    ('es', 'Preguntas antes de empezar', $document$
{
 "summary": "Di sí o no a cada una. Si no lo sabes bien, di que sí.",
 "sections": [
  {
   "heading": "Por qué preguntamos",
   "paragraphs": [
    "Unas pocas señales no pueden esperar. Son raras. Las preguntamos cada vez para que no se pase ninguna.",
    "Si tienes una señal hace tiempo y un médico la ha visto, dilo. Si va a peor, es nueva."
   ]
  }
 ],
 "redFlagQuestions": [
  {
   "code": "urine_cannot_start",
   "ask": "¿Te cuesta empezar a hacer pis aunque tienes ganas?",
   "ifYes": {
    "default": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "ES": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "MX": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "US": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos."
   }
  },
  {
   "code": "urine_leak",
   "ask": "¿Se te escapa el pis sin querer?",
   "ifYes": {
    "default": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "ES": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "MX": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "US": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos."
   }
  },
  {
   "code": "urine_reduced_feeling",
   "ask": "¿Te cuesta sentir que tienes ganas de hacer pis, o que lo haces?",
   "ifYes": {
    "default": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "ES": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "MX": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "US": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos."
   }
  },
  {
   "code": "bowel_leak",
   "ask": "¿Se te escapa la caca sin querer?",
   "ifYes": {
    "default": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "ES": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "MX": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "US": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos."
   }
  },
  {
   "code": "bowel_reduced_feeling",
   "ask": "¿Te cuesta sentir que tienes ganas de hacer caca, o que la haces?",
   "ifYes": {
    "default": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "ES": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "MX": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "US": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos."
   }
  },
  {
   "code": "saddle_numbness",
   "ask": "¿No sientes bien entre las piernas o por el culo?",
   "ifYes": {
    "default": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "ES": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "MX": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "US": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos."
   }
  },
  {
   "code": "saddle_tingling",
   "ask": "¿Notas hormigueo entre las piernas o por el culo?",
   "ifYes": {
    "default": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "ES": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "MX": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "US": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos."
   }
  },
  {
   "code": "sexual_function_change",
   "ask": "¿Ha cambiado el sexo, o sientes menos ahí?",
   "ifYes": {
    "default": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "ES": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "MX": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "US": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}."
   }
  },
  {
   "code": "foot_drop",
   "ask": "¿Se te cae la punta del pie cuando andas?",
   "ifYes": {
    "default": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "ES": "Ve a urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "MX": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos.",
    "US": "Ve a la sala de urgencias ya, si es nuevo o va a peor. Si no puedes ir, llama al {emergencyNumber}. No esperes a la cita y no hagas los pasos."
   }
  },
  {
   "code": "leg_weakness",
   "ask": "¿Te falta fuerza en una pierna o en las dos?",
   "ifYes": {
    "default": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "ES": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "MX": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "US": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}."
   }
  },
  {
   "code": "unsteady_walking",
   "ask": "¿Te cuesta andar firme?",
   "ifYes": {
    "default": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "ES": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "MX": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "US": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}."
   }
  },
  {
   "code": "major_trauma",
   "ask": "¿Te has caído fuerte o has tenido un choque?",
   "ifYes": {
    "default": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "ES": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "MX": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos.",
    "US": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos."
   }
  },
  {
   "code": "chest_pain",
   "ask": "¿Te duele el pecho?",
   "ifYes": {
    "default": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "ES": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "MX": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos.",
    "US": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos."
   }
  },
  {
   "code": "fainting",
   "ask": "¿Te has ido al suelo sin sentido?",
   "ifYes": {
    "default": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "ES": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "MX": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos.",
    "US": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos."
   }
  },
  {
   "code": "face_droop",
   "ask": "¿Se te cae un lado de la cara?",
   "ifYes": {
    "default": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "ES": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "MX": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos.",
    "US": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos."
   }
  },
  {
   "code": "arm_weakness",
   "ask": "¿Te falta fuerza en un brazo de golpe?",
   "ifYes": {
    "default": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "ES": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "MX": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos.",
    "US": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos."
   }
  },
  {
   "code": "abdominal_pain_tearing",
   "ask": "¿Notas un dolor muy fuerte en la tripa, como si se rompe?",
   "ifYes": {
    "default": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "ES": "Llama ya al {emergencyNumber}, o que te lleven a urgencias. No hagas los pasos.",
    "MX": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos.",
    "US": "Llama ya al {emergencyNumber}, o que te lleven a la sala de urgencias. No hagas los pasos."
   }
  },
  {
   "code": "fever",
   "ask": "¿Tienes fiebre?",
   "ifYes": {
    "default": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "ES": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "MX": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "US": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}."
   }
  },
  {
   "code": "chills",
   "ask": "¿Tienes frío y tiemblas?",
   "ifYes": {
    "default": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "ES": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "MX": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "US": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}."
   }
  },
  {
   "code": "calf_swelling_warm",
   "ask": "¿Tienes la pantorrilla gorda y caliente?",
   "ifYes": {
    "default": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "ES": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "MX": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "US": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}."
   }
  },
  {
   "code": "severe_headache",
   "ask": "¿Te duele mucho la cabeza?",
   "ifYes": {
    "default": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "ES": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "MX": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "US": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}."
   }
  },
  {
   "code": "unable_to_walk",
   "ask": "¿No puedes andar nada?",
   "ifYes": {
    "default": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "ES": "Ve hoy a un médico y no hagas los pasos. Ve a urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "MX": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}.",
    "US": "Ve hoy a un médico y no hagas los pasos. Ve a la sala de urgencias ya si va a peor, si una pierna no tiene fuerza o si te ves muy mal. Si no puedes ir, llama al {emergencyNumber}."
   }
  }
 ],
 "evidence": [
  {
   "about": [
    "the first eight questions"
   ],
   "source": "Founding article on relieving pressure in the sacrum; GIRFT 2023; NICE NG127",
   "certainty": "moderate"
  },
  {
   "about": [
    "the other questions",
    "the wording",
    "the words for each country"
   ],
   "source": "Project's own judgement",
   "certainty": "low"
  }
 ],
 "review": {
  "author": "The Sacrum project",
  "status": "not_yet_reviewed_by_a_clinician",
  "dueOn": "2027-05-24",
  "translation": "not_yet_reviewed_by_a_speaker"
 }
}
$document$)) as brought (language, title, document);

drop function next_edition(text, text);
